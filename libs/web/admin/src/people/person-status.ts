import type { UserView } from '@tidemark/contracts';
import type { ChipKind } from '@tidemark/web/ui';

/** Whether a person can sign in, in a word. */
export function statusOf({ is_active, is_invited }: UserView): { kind: ChipKind; label: string } {
  if (!is_active) return { kind: 'neutral', label: 'Deactivated' };
  return is_invited ? { kind: 'warn', label: 'Invited' } : { kind: 'good', label: 'Active' };
}
