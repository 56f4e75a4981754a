import { Component, input, output } from '@angular/core';
import type { PageInfo } from '@tidemark/contracts';
import { EmptyState } from '../feedback/empty-state';
import { ErrorState } from '../feedback/error-state';
import { Skeleton } from '../feedback/skeleton';
import { Pager } from '../layout/pager';
import type { Loaded } from './loaded';

/**
 * The card of a list and its states: loading, failed, nothing that fits the filters, and the pages. Rows are projected, and
 * so is the empty state of a list that has none at all. Rows look after `lists/list-page.css`.
 */
@Component({
  selector: 'tm-listing',
  imports: [EmptyState, ErrorState, Pager, Skeleton],
  templateUrl: './listing.html',
  host: {
    class: 'card list',
    role: 'region',
    '[attr.aria-label]': 'label()',
    '[attr.aria-busy]': 'loaded().loading()',
  },
})
export class Listing {
  /** "Projects" */
  readonly label = input.required<string>();
  readonly loaded = input.required<Loaded<PageInfo>>();
  /** How many rows are projected. */
  readonly count = input.required<number>();
  readonly isFiltered = input(false);
  /** Said where filters leave none: "No project fits". */
  readonly nothing = input('');

  readonly cleared = output();
  /** The page to go to, from 1. */
  readonly go = output<number>();
}

/** "1 project", "1,204 projects"; empty before it is known. */
export function countOf(total: number | undefined, one: string, many = `${one}s`): string {
  if (total === undefined) return '';
  return total === 1 ? `1 ${one}` : `${total.toLocaleString('en-GB')} ${many}`;
}
