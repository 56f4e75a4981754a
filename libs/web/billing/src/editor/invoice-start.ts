import { inject, Service, signal } from '@angular/core';
import type { UnbilledTime } from '@tidemark/contracts';
import { addDays, formatHours, toProblem } from '@tidemark/web/ui';
import { urlQuery } from '@tidemark/web/ui/pages';
import { firstValueFrom } from 'rxjs';
import { InvoicesApi } from '../invoices/invoices-api';
import { InvoiceDefaults, type Terms } from './invoice-defaults';
import { addTracked, type InvoiceForm } from './invoice-form';

/**
 * What a new invoice begins with: the terms of the last one, and from the address a client (`client_id`) or project
 * (`project_id`) with all of its unbilled time (`time=unbilled`).
 */
@Service({ autoProvided: false })
export class InvoiceStart {
  private readonly api = inject(InvoicesApi);
  private readonly defaults = inject(InvoiceDefaults);
  private readonly url = urlQuery();
  private readonly ready = signal(false);
  private readonly said = signal('');
  private begun = false;

  /** The form may be shown: nothing will change under the hands of the person. */
  readonly isReady = this.ready.asReadonly();
  /** What was filled in beforehand, or why nothing was. */
  readonly notice = this.said.asReadonly();

  /** Whose time it is, where the address says so. */
  projectId(): number | null {
    return (!this.url.id('client_id') && this.url.id('project_id')) || null;
  }

  begin(form: InvoiceForm): void {
    if (this.begun) return;
    this.begun = true;
    void this.prepare(form).finally(() => this.ready.set(true));
  }

  /** Those of the client's last invoice, unless the person has chosen others. */
  async takeTerms(form: InvoiceForm, clientId: number): Promise<void> {
    const terms = await firstValueFrom(this.defaults.latest(clientId));
    if (terms) apply(form, terms);
  }

  private async prepare(form: InvoiceForm): Promise<void> {
    const client_id = this.url.id('client_id');
    const project_id = this.projectId() ?? undefined;
    if (client_id) form.controls.client_id.setValue(client_id);
    const terms =
      (client_id && (await firstValueFrom(this.defaults.latest(client_id)))) ||
      (await firstValueFrom(this.defaults.latest()));
    if (terms) apply(form, terms);
    if (this.url.text('time') !== 'unbilled' || !(client_id ?? project_id)) return;
    await this.fillIn(form, { client_id, project_id });
  }

  private async fillIn(
    form: InvoiceForm,
    of: { client_id?: number; project_id?: number },
  ): Promise<void> {
    const currency = form.controls.currency.value;
    try {
      const time = await firstValueFrom(this.api.unbilled({ ...of, currency }));
      form.controls.client_id.setValue(time.client_id);
      addTracked(form, time.lines);
      this.said.set(wordsFor(time));
    } catch (error) {
      this.said.set(`The unbilled time is not here: ${toProblem(error).detail}`);
    }
  }
}

function wordsFor({ lines }: UnbilledTime): string {
  if (lines.length === 0)
    return 'There is no unbilled time: all that is billable is on an invoice.';
  const hours = formatHours(lines.reduce((sum, { seconds }) => sum + seconds, 0));
  const count = lines.length === 1 ? '1 line' : `${lines.length} lines`;
  return `All unbilled time is filled in: ${hours} hours in ${count}. Take off what is not to be billed yet.`;
}

function apply(form: InvoiceForm, { currency, tax_rate, days }: Terms): void {
  const { controls } = form;
  if (controls.currency.pristine) controls.currency.setValue(currency);
  if (controls.tax_rate.pristine) controls.tax_rate.setValue(tax_rate);
  if (controls.due_date.pristine && controls.issue_date.pristine && days >= 0)
    controls.due_date.setValue(addDays(controls.issue_date.value, days));
}
