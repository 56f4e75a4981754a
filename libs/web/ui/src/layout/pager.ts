import { Component, computed, input, output } from '@angular/core';
import type { PageInfo } from '@tidemark/contracts';
import { Icon } from '../icon/icon';

/** Which page of how many, and the way to the others. Shows nothing while everything fits on one page. */
@Component({
  selector: 'tm-pager',
  imports: [Icon],
  templateUrl: './pager.html',
  styleUrl: './pager.css',
})
export class Pager {
  readonly page = input.required<PageInfo>();
  /** The page to go to, from 1. */
  readonly go = output<number>();

  protected readonly total = computed(() => this.page().total.toLocaleString('en-GB'));
}
