import { Component, input } from '@angular/core';
import type { InvoiceStatus } from '@tidemark/contracts';
import { type ChipKind, StatusChip } from '@tidemark/web/ui';

export const STATUS_LABELS: Record<InvoiceStatus, string> = {
  draft: 'Draft',
  sent: 'Sent',
  partially_paid: 'Partially paid',
  paid: 'Paid',
  overdue: 'Overdue',
  cancelled: 'Cancelled',
};

const CHIPS: Record<InvoiceStatus, ChipKind> = {
  draft: 'neutral',
  sent: 'tide',
  partially_paid: 'warn',
  paid: 'good',
  overdue: 'bad',
  cancelled: 'neutral',
};

@Component({
  selector: 'tm-invoice-status-chip',
  imports: [StatusChip],
  template: `<tm-status-chip [kind]="chips[status()]">{{ labels[status()] }}</tm-status-chip>`,
})
export class InvoiceStatusChip {
  readonly status = input.required<InvoiceStatus>();

  protected readonly chips = CHIPS;
  protected readonly labels = STATUS_LABELS;
}
