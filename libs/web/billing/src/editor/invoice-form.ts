import {
  type AbstractControl,
  FormArray,
  FormControl,
  FormGroup,
  type ValidatorFn,
  Validators,
} from '@angular/forms';
import {
  type InvoiceLineView,
  type InvoiceView,
  MAX_INVOICE_LINES,
  type SaveInvoice,
  type SaveInvoiceLine,
  type UnbilledLine,
} from '@tidemark/contracts';
import type { Day } from '@tidemark/web/ui';
import { changedFields } from '@tidemark/web/ui/pages';
import { isPrice, isQuantity, isRate, typedDecimal } from '../shared/typed-decimal';

export type LineForm = FormGroup<{
  /** Of a line that the draft has. */
  id: FormControl<number | null>;
  description: FormControl<string>;
  quantity: FormControl<string>;
  unit_price: FormControl<string>;
  /** Time that a new line bills; null leaves what an old one bills. */
  time_entry_ids: FormControl<number[] | null>;
  /** For reading: how many entries it bills. */
  time_entry_count: FormControl<number>;
}>;

export type InvoiceForm = FormGroup<{
  client_id: FormControl<number | null>;
  currency: FormControl<string>;
  issue_date: FormControl<Day>;
  due_date: FormControl<Day>;
  tax_rate: FormControl<string>;
  notes: FormControl<string>;
  lines: FormArray<LineForm>;
}>;

const DAY = /^\d{4}-\d\d-\d\d$/;
const MAX = { description: 600, notes: 2000 };

const text = (value: string, ...validators: Parameters<typeof Validators.compose>[0] & object) =>
  new FormControl(value, { nonNullable: true, validators: validators as [] });

/** An empty invoice, with one empty line to begin with. */
export function invoiceForm(issueDate: Day, dueDate: Day): InvoiceForm {
  const issue_date = text(issueDate, Validators.required, Validators.pattern(DAY));
  const notBefore: ValidatorFn = ({ value }) => (value >= issue_date.value ? null : TOO_EARLY);
  const form: InvoiceForm = new FormGroup({
    client_id: new FormControl<number | null>(null, Validators.required),
    currency: text('EUR', Validators.required),
    issue_date,
    due_date: text(dueDate, Validators.required, Validators.pattern(DAY), notBefore),
    tax_rate: text('0', Validators.required, isRate),
    notes: text('', Validators.maxLength(MAX.notes)),
    lines: new FormArray<LineForm>([], Validators.maxLength(MAX_INVOICE_LINES)),
  });
  form.controls.lines.push(lineForm(form));
  checkTogether(form.controls);
  return form;
}

/** What is right depends on another field: on the date, and on the currency. */
function checkTogether({ issue_date, due_date, currency, lines }: InvoiceForm['controls']): void {
  issue_date.valueChanges.subscribe(() => due_date.updateValueAndValidity({ emitEvent: false }));
  currency.valueChanges.subscribe(() =>
    lines.controls.forEach(({ controls }) => controls.unit_price.updateValueAndValidity()),
  );
}

const TOO_EARLY = { order: { message: 'Not before the date of the invoice' } };

interface LineStart extends Partial<Pick<InvoiceLineView, 'id' | 'time_entry_count'>> {
  description: string;
  quantity: string;
  unit_price: string;
  time_entry_ids?: number[];
}

/** A line, empty unless it is given. */
export function lineForm(form: InvoiceForm, line?: LineStart): LineForm {
  const { id = null, time_entry_ids = null, time_entry_count } = line ?? {};
  const currency = () => form.controls.currency.value;
  return new FormGroup({
    id: new FormControl<number | null>(id),
    description: text(
      line?.description ?? '',
      Validators.required,
      Validators.pattern(/\S/),
      Validators.maxLength(MAX.description),
    ),
    quantity: text(line?.quantity ?? '1', Validators.required, isQuantity),
    unit_price: text(line?.unit_price ?? '', Validators.required, isPrice(currency)),
    time_entry_ids: new FormControl<number[] | null>(time_entry_ids),
    time_entry_count: new FormControl(time_entry_count ?? time_entry_ids?.length ?? 0, {
      nonNullable: true,
    }),
  });
}

/** Nobody has written anything into it. */
export function isBlank({ controls }: LineForm): boolean {
  return !controls.description.value.trim() && !controls.unit_price.value.trim();
}

/** Lines of tracked time, in the place of an empty line where there is one at the end. */
export function addTracked(form: InvoiceForm, lines: readonly UnbilledLine[]): void {
  const { lines: all } = form.controls;
  const last = all.controls.at(-1);
  if (lines.length > 0 && last && isBlank(last)) all.removeAt(all.length - 1);
  lines.forEach((line) => all.push(lineForm(form, line)));
}

/** Shows what was saved. */
export function fill(form: InvoiceForm, invoice: InvoiceView): void {
  const { lines, ...values } = invoice;
  form.patchValue(values);
  fillLines(form, lines);
  form.markAsPristine();
}

/** Shows these lines in the place of all that are there. */
export function fillLines(form: InvoiceForm, lines: readonly InvoiceLineView[]): void {
  form.controls.lines.clear();
  lines.forEach((line) => form.controls.lines.push(lineForm(form, line)));
}

/** Takes away new lines of tracked time; what was saved stays. */
export function dropTracked({ controls: { lines } }: InvoiceForm): void {
  for (let row = lines.length - 1; row >= 0; row--)
    if (lines.at(row).value.time_entry_ids) lines.removeAt(row);
}

/** Takes away lines that nobody has filled in, so that they do not stand in the way of saving; one line stays. */
export function dropBlankLines({ controls: { lines } }: InvoiceForm): void {
  for (let row = lines.length - 1; row >= 0 && lines.length > 1; row--)
    if (isBlank(lines.at(row))) lines.removeAt(row);
}

/** As it is saved. */
export function toInvoice(form: InvoiceForm): SaveInvoice {
  const { client_id, lines: _, tax_rate, notes, ...rest } = form.getRawValue();
  return {
    ...rest,
    client_id: client_id ?? 0,
    tax_rate: typedDecimal(tax_rate) ?? tax_rate,
    notes: notes.trim(),
    lines: form.controls.lines.controls.map(toLine),
  };
}

function toLine({ controls }: LineForm): SaveInvoiceLine {
  const { id, time_entry_ids } = controls;
  const decimal = (typed: string) => typedDecimal(typed) ?? typed;
  return {
    ...(id.value !== null && { id: id.value }),
    description: controls.description.value.trim().replaceAll(/\s+/g, ' '),
    quantity: decimal(controls.quantity.value),
    unit_price: decimal(controls.unit_price.value),
    ...(time_entry_ids.value && { time_entry_ids: time_entry_ids.value }),
  };
}

/** Of a line, what no field shows: which one it is, and the time that it bills. */
const unseen = ({ controls: { lines } }: InvoiceForm): AbstractControl[] =>
  lines.controls.flatMap(({ controls }) => [controls.id, controls.time_entry_ids]);

/** What the server says about all of the lines together, or about what no field shows. */
export function linesProblem(form: InvoiceForm): string | undefined {
  const refused = [form.controls.lines, ...unseen(form)].find(({ errors }) => errors?.['server']);
  const server = refused?.errors?.['server'] as { message: string } | undefined;
  return server?.message;
}

/** What nobody can mend in a field may be tried again. */
export function forgiveUnseen(form: InvoiceForm): void {
  unseen(form).forEach((control) => control.updateValueAndValidity());
}

/** What differs from the draft: saving that alone does not undo what somebody else has changed meanwhile. */
export function changesOf(form: InvoiceForm, draft: InvoiceView): Partial<SaveInvoice> {
  const { lines, client_id: _, ...terms } = toInvoice(form);
  const changes = changedFields(terms, draft);
  const unchanged = invoiceForm(draft.issue_date, draft.due_date);
  fill(unchanged, draft);
  const isSame = JSON.stringify(lines) === JSON.stringify(toInvoice(unchanged).lines);
  return isSame ? changes : { ...changes, lines };
}
