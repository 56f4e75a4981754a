import {
  ChoiceParam,
  FlagParam,
  IdsParam,
  PagedQuery,
  SearchParam,
  SortParam,
} from '@tidemark/api/platform';
import { type Role, ROLES } from '@tidemark/contracts';

export const USER_SORTS = ['display_name', 'username', 'created_at', 'last_sign_in_at'] as const;

export class ListUsersQuery extends PagedQuery {
  @IdsParam({ description: 'Only these, such as those that a page speaks of' })
  readonly id?: number[];

  @SearchParam({ description: 'Part of a name; for administrators and auditors of an e-mail too' })
  readonly q?: string;

  @ChoiceParam(ROLES, { description: 'For administrators and auditors' })
  readonly role?: Role;

  @FlagParam({ description: 'For administrators and auditors; others see active people only' })
  readonly is_active?: boolean;

  @SortParam(USER_SORTS)
  readonly sort?: string;
}
