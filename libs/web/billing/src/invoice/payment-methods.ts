import type { PaymentMethod } from '@tidemark/contracts';

export const METHOD_LABELS: Record<PaymentMethod, string> = {
  bank_transfer: 'Bank transfer',
  card: 'Card',
  cash: 'Cash',
  direct_debit: 'Direct debit',
  other: 'Other',
};
