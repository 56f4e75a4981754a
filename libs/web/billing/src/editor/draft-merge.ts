import type { InvoiceView } from '@tidemark/contracts';
import { changesOf, fillLines, type InvoiceForm } from './invoice-form';

const FIELDS = {
  lines: 'lines',
  currency: 'currency',
  issue_date: 'date',
  due_date: 'due date',
  tax_rate: 'tax',
  notes: 'notes',
} as const;
type FieldName = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as FieldName[];

const AND = new Intl.ListFormat('en', { type: 'conjunction' });

/** As people call them: "lines and due date". */
export const wordsFor = (fields: readonly FieldName[]): string =>
  AND.format(fields.map((name) => FIELDS[name]));

/** In what two states of a draft differ. */
export const changedBetween = (before: InvoiceView, now: InvoiceView): FieldName[] =>
  NAMES.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]));

/** What the person has changed of the draft that was opened. */
export const changedBy = (form: InvoiceForm, opened: InvoiceView): FieldName[] =>
  NAMES.filter((name) => name in changesOf(form, opened));

/**
 * Makes the form a change of the draft as it is now: what the person has changed stays as it was typed, the rest is as
 * others have left it.
 * @returns the numbers of lines whose tracked time others took off: it stays off, and the line with its words is kept
 */
export function keepMine(form: InvoiceForm, opened: InvoiceView, now: InvoiceView): number[] {
  const mine = changedBy(form, opened);
  const { currency, issue_date, due_date, tax_rate, notes } = form.getRawValue();
  const typed = { currency, issue_date, due_date, tax_rate, notes };
  const terms = NAMES.filter((name) => name !== 'lines').map((name) => [
    name,
    mine.includes(name) ? typed[name] : now[name],
  ]);
  form.patchValue(Object.fromEntries(terms));
  form.markAsDirty();
  if (mine.includes('lines')) return keepLines(form, now);
  if (changedBetween(opened, now).includes('lines')) fillLines(form, now.lines);
  return [];
}

/** A line that is gone from the draft is written anew; one that is there bills what it bills now. */
function keepLines({ controls: { lines } }: InvoiceForm, now: InvoiceView): number[] {
  const there = new Map(now.lines.map((line) => [line.id, line]));
  return lines.controls.flatMap(({ controls }, row) => {
    const { id, time_entry_count: count, time_entry_ids: chosen } = controls;
    const line = id.value === null ? undefined : there.get(id.value);
    if (id.value === null || chosen.value) return [];
    const before = count.value;
    count.setValue(line?.time_entry_count ?? 0);
    if (!line) id.setValue(null);
    return before > 0 && count.value === 0 ? [row + 1] : [];
  });
}
