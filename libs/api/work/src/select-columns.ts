import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Selects these expressions and nothing else, each under its name: the names are what may be sorted by. */
export function selectColumns<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  columns: Record<string, string>,
): SelectQueryBuilder<E> {
  query.select([]);
  for (const [name, expression] of Object.entries(columns)) query.addSelect(expression, name);
  return query;
}
