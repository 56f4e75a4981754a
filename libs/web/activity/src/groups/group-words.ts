import type { Action, EntityType } from '@tidemark/contracts';
import { ACTION_BADGES, ENTITY_BADGES } from '../entity-badges';
import { sizeOf, thingsIn } from './batches';
import type { RowGroup } from './row-groups';

export interface GroupWords {
  /** "updated" */
  verb: string;
  /** "6 tasks" */
  what: string;
}

/** What a group says after the person's name: "updated" "6 tasks", "started" "4 timers", "signed in" "3 times". */
export function groupWords(group: RowGroup): GroupWords {
  return isBatch(group) ? batchWords(group) : burstWords(group);
}

/** What the badge of the group shows: what was done, where it was the same to all of them. */
export function deedOf(group: RowGroup): Action {
  return soleAction(group) ?? 'updated';
}

/** Why it was done, where all of them say the same. */
export function reasonOf(group: RowGroup): string | null {
  const reasons = new Set(group.map(({ extra_data }) => extra_data['reason']));
  const [reason] = reasons;
  return reasons.size === 1 && typeof reason === 'string' ? reason : null;
}

/** How many it is about, and how many of them are loaded. */
export function countsOf(group: RowGroup): { all: number; loaded: number } {
  if (!isBatch(group)) return { all: group.length, loaded: group.length };
  return { all: sizeOf(group), loaded: thingsIn(group) };
}

/** A change of many things at once. */
export function isBatch(group: RowGroup): boolean {
  return group[0].batch_id !== null && sizeOf(group) > 1;
}

function batchWords(group: RowGroup): GroupWords {
  const action = soleAction(group);
  const verb = action ? ACTION_BADGES[action].verb : 'changed';
  const [type, ...others] = new Set(group.map(({ entity_type }) => entity_type));
  if (type && others.length === 0) {
    const isImport = group.every(({ extra_data }) => extra_data['source'] === 'import');
    return { verb: isImport ? 'imported' : verb, what: counted(type, sizeOf(group)) };
  }
  return { verb, what: joined(kindsIn(group)) };
}

/** "1 project", "12 tasks", "3 comments": the newest kind first. */
function kindsIn(group: RowGroup): string[] {
  return [...new Set(group.map(({ entity_type }) => entity_type))].map((type) =>
    counted(type, thingsIn(group.filter(({ entity_type }) => entity_type === type))),
  );
}

function counted(type: EntityType, count: number): string {
  const { label, plural } = ENTITY_BADGES[type];
  return `${count} ${(count === 1 ? label : plural).toLowerCase()}`;
}

function joined(parts: string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
}

function soleAction(group: RowGroup): Action | null {
  const [{ action }] = group;
  return group.every((row) => row.action === action) ? action : null;
}

function burstWords(group: RowGroup): GroupWords {
  const [{ action, entity_type, entity_id, entity_name }] = group;
  const { verb, isIntransitive } = ACTION_BADGES[action];
  if (isIntransitive) return { verb, what: `${group.length} times` };
  if (group.every((row) => row.entity_id === entity_id)) {
    const thing = entity_type === 'comment' ? `a comment on ${entity_name}` : entity_name;
    return { verb, what: `${thing} ${group.length} times` };
  }
  const isTimer = entity_type === 'time_entry' && (action === 'started' || action === 'stopped');
  const things = isTimer ? 'timers' : ENTITY_BADGES[entity_type].plural.toLowerCase();
  return { verb, what: `${group.length} ${things}` };
}

/** The project that all of them belong to; null when there is none, or more than one. */
export function projectOf(group: RowGroup): number | null {
  const [{ project_id, entity_type }] = group;
  const isOne = entity_type !== 'project' && group.every((row) => row.project_id === project_id);
  return isOne ? project_id : null;
}
