import {
  REPORT_GROUPS,
  type ReportGroup,
  type ReportRow,
  type TimeReport,
} from '@tidemark/contracts';
import type { Params } from '@angular/router';
import { addDays, type Day } from '@tidemark/web/ui';
import type { DayRange } from '../time-entries/time-range';
import { GROUP_WORDS } from './report-words';

type Filter = 'person' | 'project' | 'client' | 'task';

/** The parameter of the address that holds each filter. */
export const FILTER_PARAMS: Record<Filter, string> = {
  person: 'person',
  project: 'project_id',
  client: 'client_id',
  task: 'task_id',
};
/** What one wants to know next about one of them. */
const NEXT: Record<ReportGroup, ReportGroup> = {
  client: 'project',
  project: 'task',
  person: 'project',
  task: 'day',
  month: 'day',
  week: 'day',
  day: 'project',
};

export interface Crumb {
  name: string;
  /** What it takes to go back there; none for where one is. */
  params?: Params;
}

/**
 * The way into a row: a filter for it and the next grouping, or its days. Null where there is nothing to filter
 * by. The groupings that one came through stand in `via`, so that there is a way back.
 */
export function drillInto(
  row: ReportRow,
  { group_by: group, start_date, end_date }: TimeReport,
  via: readonly ReportGroup[],
): Params | null {
  if (row.key === null) return null;
  const next = { group: NEXT[group], sort: null, all: null };
  if (isFilter(group)) {
    return { ...next, [FILTER_PARAMS[group]]: row.key, via: [...via, group].join(',') };
  }
  const { first, last } = daysOf(String(row.key), group);
  // A week at the edge of the report reaches beyond it.
  const [from, to] = [first > start_date ? first : start_date, last < end_date ? last : end_date];
  return { ...next, range: null, from, to };
}

/** The groupings in `via` of which the address still has the filter. */
export function viaOf(text: string | undefined, has: (param: string) => boolean): ReportGroup[] {
  return (text ?? '')
    .split(',')
    .flatMap((word) => REPORT_GROUPS.find((group) => group === word) ?? [])
    .filter((group) => isFilter(group) && has(FILTER_PARAMS[group]));
}

/** "All clients › Acme › Apollo": each leads back to where it was chosen from. */
export function crumbsOf(via: readonly ReportGroup[], names: TimeReport['narrowed_to']): Crumb[] {
  const nameAt = (at: number) => {
    const group = via[at];
    return (isFilter(group) && names[group]) || (group ? GROUP_WORDS[group].one : '');
  };
  const back = (at: number): Params => ({
    ...Object.fromEntries(via.slice(at).map((group) => [paramOf(group), null])),
    group: via[at],
    via: via.slice(0, at).join(',') || null,
    sort: null,
    all: null,
  });
  const ways = via.map((group, at) => ({
    name: at === 0 ? GROUP_WORDS[group].all : nameAt(at - 1),
    params: back(at),
  }));
  return via.length > 0 ? [...ways, { name: nameAt(via.length - 1) }] : [];
}

const isFilter = (group?: ReportGroup): group is Filter =>
  group !== undefined && group in FILTER_PARAMS;
const paramOf = (group: ReportGroup): string => (isFilter(group) ? FILTER_PARAMS[group] : group);

function daysOf(key: string, group: ReportGroup): DayRange {
  if (group === 'week') return { first: key, last: addDays(key, 6) };
  if (group === 'month') return { first: `${key}-01`, last: lastOfMonth(key) };
  return { first: key, last: key };
}

function lastOfMonth(month: string): Day {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
