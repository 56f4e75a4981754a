import type { Params } from '@angular/router';
import { ACTIONS, ENTITY_TYPES } from '@tidemark/contracts';
import { type PageFilter, type Range, RANGES, trimmed } from './page-filter';

const LARGEST_ID = 2_147_483_647;
const LONGEST_SEARCH = 200;
const DAY = /^\d{4}-\d\d-\d\d$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

/**
 * Reads the filter from the address. Its parameters are those of the API, so that an address can be made by hand.
 * What nobody could have meant is left out: an address that was cut short must still open.
 */
export function readFilter(params: Params): PageFilter {
  const range = one(params['range']);
  const hasRange = range !== undefined && Object.hasOwn(RANGES, range);
  return trimmed({
    user_id: id(params['user_id']),
    entity_type: list(params['entity_type'], ENTITY_TYPES),
    action: list(params['action'], ACTIONS),
    project_id: id(params['project_id']),
    entity_id: id(params['entity_id']),
    batch_id: uuid(params['batch_id']),
    q: [...(one(params['q']) ?? '').trim()].slice(0, LONGEST_SEARCH).join(''),
    ...(hasRange
      ? { range: range as Range }
      : { start_date: date(params['start_date']), end_date: date(params['end_date']) }),
  });
}

/** The filter as the address says it: only what is filtered by, lists with commas. */
export function writeFilter(filter: PageFilter): Params {
  return Object.fromEntries(
    Object.entries(trimmed(filter)).map(([name, value]) => [name, String(value)]),
  );
}

function one(param: unknown): string | undefined {
  const value: unknown = Array.isArray(param) ? param[0] : param;
  return typeof value === 'string' ? value : undefined;
}

function id(param: unknown): number | undefined {
  const text = one(param) ?? '';
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= LARGEST_ID ? Number(text) : undefined;
}

function uuid(param: unknown): string | undefined {
  const text = one(param) ?? '';
  return UUID.test(text) ? text : undefined;
}

function list<T extends string>(param: unknown, known: readonly T[]): T[] {
  const given = (one(param) ?? '').split(',');
  return known.filter((value) => given.includes(value));
}

function date(param: unknown): string | undefined {
  const text = one(param) ?? '';
  const at = Date.parse(text);
  const isDay = DAY.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
  return isDay || (INSTANT.test(text) && !Number.isNaN(at)) ? text : undefined;
}
