import type { ActivityView, FieldChange, Json } from '@tidemark/contracts';
import { type ChipKind, dayIn, formatHours, timeIn } from '@tidemark/web/ui';
import { fieldLabel, fieldValue, humanise, type NameOf } from './field-value';

/** Something that changed, or a value worth a glance, beside the sentence. */
export interface Chip {
  /** What changed; absent where the sentence says it. */
  label?: string;
  /** Before; absent for a value alone. */
  from?: string;
  to: string;
  kind: ChipKind;
}

const AT_MOST = 2;
/** Longer than this, a value is not for a chip: the chip says that it was edited, the details say how. */
const LONGEST = 28;
const GOOD = new Set(['done', 'completed', 'active', 'paid']);
const BAD = new Set(['cancelled', 'urgent']);
const WARN = new Set(['on_hold', 'archived', 'high']);

/** The chips of one activity, and how many more changes there are. */
export function changeChips(
  activity: ActivityView,
  zone: string,
  nameOf?: NameOf,
): { chips: Chip[]; more: number } {
  const telling = statusChip(activity, zone) ?? valueChip(activity);
  const changes = telling || !saysChanges(activity) ? [] : activity.changes;
  const chips = [
    telling ?? deltaChip(activity),
    ...changes.map((one) => changeChip(one, zone, nameOf)),
  ];
  const given = chips.filter((chip) => chip !== null);
  return { chips: given.slice(0, AT_MOST), more: Math.max(0, given.length - AT_MOST) };
}

/** Of an edited comment the trail keeps that it was edited, which the sentence says, and so it does of a setting. */
const saysChanges = ({ action, entity_type }: ActivityView) =>
  action === 'updated' && entity_type !== 'comment' && entity_type !== 'setting';

/** The duration that an activity speaks of: of a stopped timer to the second, of an entry as it was given. */
export function durationOf({ action, description, extra_data }: ActivityView): string | null {
  if (action === 'stopped') return / - Duration: ([\d:.]+)$/.exec(description)?.[1] ?? null;
  return text(extra_data['duration_formatted']);
}

/** Old and new status, where the activity is about them. */
export function statusesOf({ action, changes, extra_data }: ActivityView) {
  if (!['status_changed', 'completed', 'reopened'].includes(action)) return null;
  const change = changes.find(({ field }) => field === 'status');
  const from = text(extra_data['old_status']) ?? text(change?.from);
  const to = text(extra_data['new_status']) ?? text(change?.to);
  return from !== null && to !== null ? { from, to } : null;
}

function statusChip(activity: ActivityView, zone: string): Chip | null {
  const statuses = statusesOf(activity);
  if (!statuses) return null;
  const { from, to } = statuses;
  return {
    from: fieldValue('status', from, zone),
    to: fieldValue('status', to, zone),
    kind: kindOf(to),
  };
}

function valueChip(activity: ActivityView): Chip | null {
  const { action, changes, extra_data } = activity;
  const duration = durationOf(activity);
  if (duration !== null) return { to: duration, kind: 'neutral' };
  const count = extra_data['count'];
  if (action === 'sign_in_failed' && typeof count === 'number' && count > 1) {
    return { to: `${count} tries`, kind: 'bad' };
  }
  const joins = 'member_name' in extra_data && changes.length === 0;
  const role = joins ? text(extra_data['role']) : null;
  return role === null ? null : { to: humanise(role), kind: 'neutral' };
}

/** By how much an entry became longer or shorter. */
function deltaChip({ action, extra_data }: ActivityView): Chip | null {
  const hours = extra_data['delta_hours'];
  if (action !== 'updated' || typeof hours !== 'number' || hours === 0) return null;
  return { to: signedHours(hours), kind: hours < 0 ? 'warn' : 'good' };
}

/** "+0:30" or "−1:05" */
export function signedHours(hours: number): string {
  const size = formatHours(Math.round(Math.abs(hours) * 3600));
  return `${hours < 0 ? '−' : '+'}${size}`;
}

function changeChip({ field, from, to }: FieldChange, zone: string, nameOf?: NameOf): Chip {
  const label = fieldLabel(field);
  const before = fieldValue(field, from, zone, nameOf);
  const after = fieldValue(field, to, zone, nameOf);
  if (Math.max(before.length, after.length) > LONGEST) return { label, to: 'edited', kind: 'tide' };
  if (isInstant(from) && isInstant(to) && dayIn(zone, from) === dayIn(zone, to)) {
    return { label, from: timeIn(zone, from), to: timeIn(zone, to), kind: 'tide' };
  }
  return { label, from: before, to: after, kind: typeof to === 'string' ? kindOf(to) : 'tide' };
}

function kindOf(value: string): ChipKind {
  if (GOOD.has(value)) return 'good';
  if (BAD.has(value)) return 'bad';
  if (value === 'review') return 'violet';
  return WARN.has(value) ? 'warn' : 'tide';
}

function isInstant(value: Json): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
}

/** A text that says something; null for anything else. */
export function text(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
