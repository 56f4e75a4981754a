import type { ActivityView } from '@tidemark/contracts';
import { durationOf, statusesOf, text } from './change-chips';

/** A piece of the sentence after the person's name. */
export interface Phrase {
  text: string;
  /** subject: the thing it is about. name: another thing or person. said: the words between. */
  kind: 'subject' | 'name' | 'said';
}

/** What stands in the feed after the person's name, and why it was done where a reason was given. */
export interface Told {
  phrases: Phrase[];
  reason: string | null;
}

/**
 * Turns a description into a sentence about its actor: 'Created project "Apollo" for Acme' → created project **Apollo** for
 * **Acme**. What the chips say is left out, and so is the reason, which gets a line of its own.
 */
export function describeActivity(activity: ActivityView): Told {
  const reason = text(activity.extra_data['reason']);
  const sentence = withoutChips(activity, without(activity.description, `: ${reason}`));
  const whole: Phrase[] = [{ text: lowerFirst(sentence), kind: 'said' }];
  const phrases = markQuoted(names(activity, sentence).reduce(mark, whole), activity);
  return { phrases: [...phrases, ...withWhichName(activity)], reason };
}

/** Whose account somebody tried to enter; the description leaves it to the name. */
function withWhichName({ action, entity_name }: ActivityView): Phrase[] {
  if (action !== 'sign_in_failed' || entity_name === '') return [];
  return [...said(' as '), { text: entity_name, kind: 'subject' }];
}

/** The whole sentence as plain text, for those who listen and for tests. */
export function sentenceOf({ phrases }: Told): string {
  return phrases.map((phrase) => phrase.text).join('');
}

function withoutChips(activity: ActivityView, sentence: string): string {
  const statuses = statusesOf(activity);
  const duration = durationOf(activity);
  const count = activity.extra_data['count'];
  const role = activity.changes.find(({ field }) => field === 'role');
  return [
    role && ` from ${role.from} to ${role.to}`,
    role && ` to ${role.to}`,
    statuses && ` status from ${statuses.from} to ${statuses.to}`,
    activity.action === 'sign_in_failed' && ` ${count} times`,
    duration && ` - Duration: ${duration}`,
    duration && ` - ${duration}`,
  ].reduce<string>((rest, tail) => (tail ? without(rest, tail) : rest), sentence);
}

/** The names that the sentence may contain, the thing itself first. */
function names({ entity_type, entity_name, extra_data }: ActivityView, sentence: string): Phrase[] {
  const isEntry = entity_type === 'time_entry';
  const [, behind] = split(sentence, isEntry ? ' for ' : `"${entity_name}" for `);
  const subject = (isEntry && behind) || entity_name;
  const others = [
    text(extra_data['assigned_to_name']),
    text(extra_data['member_name']),
    isEntry ? null : behind,
  ];
  return [
    { text: subject, kind: 'subject' as const },
    ...others.map((name) => ({ text: name ?? '', kind: 'name' as const })),
  ].filter((name) => name.text !== '');
}

/** What stands before and behind the first of the separators; nothing behind when there is none. */
function split(sentence: string, separator: string): [before: string, behind: string | null] {
  const at = sentence.indexOf(separator);
  return at < 0 ? [sentence, null] : [sentence.slice(0, at), sentence.slice(at + separator.length)];
}

/** Marks the first place where the name stands, in quotes or without. */
function mark(phrases: Phrase[], name: Phrase): Phrase[] {
  for (const written of [`"${name.text}"`, name.text]) {
    const index = phrases.findIndex((one) => one.kind === 'said' && one.text.includes(written));
    const found = phrases[index];
    if (found) {
      const [before, behind] = split(found.text, written);
      return phrases.toSpliced(index, 1, ...said(before), name, ...said(behind ?? ''));
    }
  }
  return phrases;
}

/** Whatever else is in quotes is a name as well; a person is spoken of by the user name. */
function markQuoted(phrases: Phrase[], { entity_type }: ActivityView): Phrase[] {
  const kind = entity_type === 'user' ? 'subject' : 'name';
  return phrases.flatMap((phrase) => {
    if (phrase.kind !== 'said') return [phrase];
    return phrase.text
      .split(/"([^"]+)"/)
      .flatMap((part, index) => (index % 2 ? [{ text: part, kind } as const] : said(part)));
  });
}

const said = (part: string): Phrase[] => (part === '' ? [] : [{ text: part, kind: 'said' }]);

function without(sentence: string, tail: string): string {
  return sentence.endsWith(tail) ? sentence.slice(0, -tail.length) : sentence;
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
