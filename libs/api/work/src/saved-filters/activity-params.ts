import { field, isUuid, parseDay, parseInstant } from '@tidemark/api/platform';
import {
  ACTIONS,
  ACTIVITY_PARAMS,
  ACTIVITY_RANGES,
  type ActivityParam,
  type ActivityParams,
  ENTITY_TYPES,
} from '@tidemark/contracts';

const LARGEST_ID = 2_147_483_647;
const LONGEST_SEARCH = 200;
const UNSEEN =
  /[\p{Cc}\p{Cs}\ufdd0-\ufdef\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

type Rule = (value: string) => boolean;
const id: Rule = (value) => /^[1-9]\d{0,9}$/.test(value) && Number(value) <= LARGEST_ID;
const day: Rule = (value) => parseDay(value) !== null || parseInstant(value) !== null;
const listOf =
  (known: readonly string[]): Rule =>
  (value) => {
    const given = value.split(',');
    return given.every((one) => known.includes(one)) && new Set(given).size === given.length;
  };

const RULES: Record<ActivityParam, Rule> = {
  user_id: id,
  entity_type: listOf(ENTITY_TYPES),
  action: listOf(ACTIONS),
  start_date: day,
  end_date: day,
  project_id: id,
  entity_id: id,
  batch_id: isUuid,
  q: (value) => [...value].length <= LONGEST_SEARCH && !UNSEEN.test(value) && value.trim() !== '',
  range: (value) => (ACTIVITY_RANGES as readonly string[]).includes(value),
};

/** What the address of the activity page filters by, each parameter as text; at least one. */
export const ActivityParamsField = () =>
  field({
    code: 'filter',
    problem,
    description: 'Parameters of the activity page, as its address says them',
    schema: {
      type: 'object',
      properties: Object.fromEntries(ACTIVITY_PARAMS.map((name) => [name, { type: 'string' }])),
      additionalProperties: false,
      example: { entity_type: 'task,project', range: '7d' },
    },
  });

function problem(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'must be an object of parameters of the activity page';
  }
  const given = Object.entries(value);
  if (given.length === 0) return 'must filter by something';
  const unknown = given.find(([name]) => !Object.hasOwn(RULES, name));
  if (unknown) return `cannot hold ${[...unknown[0]].slice(0, 40).join('')}`;
  const wrong = given.find(
    ([name, text]) => typeof text !== 'string' || !RULES[name as ActivityParam](text),
  );
  if (wrong) return `holds a ${wrong[0]} that the activity page does not take`;
  return isBackwards(value) ? 'begins after it ends' : null;
}

/** A day and an instant cannot be compared here: it depends on whose day it is. */
function isBackwards({ start_date: start = '', end_date: end = '' }: ActivityParams): boolean {
  const isAlike = start.includes('T') === end.includes('T');
  return isAlike && Date.parse(start) > Date.parse(end);
}
