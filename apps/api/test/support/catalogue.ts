import { type Action, ACTIVITY_CATALOGUE, type EntityType } from '@tidemark/contracts';

export interface Told {
  entity_type: EntityType;
  action: Action;
  description: string;
}

/** What happened without being in the catalogue, or in words that are not: one sentence each. */
export function strangers(rows: readonly Told[]): string[] {
  return rows.flatMap((row) => {
    const descriptions = descriptionsOf(row);
    const kind = `${row.entity_type} ${row.action}`;
    if (!descriptions) return [`${kind} is not in the catalogue: “${row.description}”`];
    return patternOf(row) === null ? [`${kind} is told in other words: “${row.description}”`] : [];
  });
}

/** The sentence of the catalogue that a description is made of: where several fit, the most literal one. */
export function patternOf(row: Told): string | null {
  const fitting = (descriptionsOf(row) ?? []).filter((one) => fits(one, row.description));
  return fitting.sort((one, other) => literal(other) - literal(one))[0] ?? null;
}

/** Every sentence of the catalogue, as "task updated: Updated task …". */
export function catalogued(): string[] {
  return Object.entries(ACTIVITY_CATALOGUE).flatMap(([type, actions]) =>
    Object.entries(actions).flatMap(([action, descriptions]) =>
      descriptions.map((one: string) => `${type} ${action}: ${one}`),
    ),
  );
}

function descriptionsOf({ entity_type, action }: Told): readonly string[] | undefined {
  const actions: Partial<Record<Action, readonly string[]>> | undefined =
    ACTIVITY_CATALOGUE[entity_type];
  return actions?.[action];
}

function fits(pattern: string, description: string): boolean {
  const parts = pattern.split(/\{\w+\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`, 'su').test(description);
}

const literal = (pattern: string) => pattern.replace(/\{\w+\}/g, '').length;
