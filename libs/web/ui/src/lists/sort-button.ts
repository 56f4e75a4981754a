import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../icon/icon';

/** `aria-sort` of the column of a field, for a `sort` as on the wire ("name", "-name"). */
export function ariaSort(sort: string, field: string): 'ascending' | 'descending' | null {
  if (sort === field) return 'ascending';
  return sort === `-${field}` ? 'descending' : null;
}

/** The head of a sortable column: `<th [attr.aria-sort]="ariaSort(sort(), 'name')"><tm-sort-button …>Name</tm-sort-button></th>` */
@Component({
  selector: 'tm-sort-button',
  imports: [Icon],
  template: `
    <button type="button" [class.on]="direction()" (click)="sorted.emit(next())">
      <ng-content />
      <tm-icon [name]="direction() === 'descending' ? 'arrow-down' : 'arrow-up'" [size]="14" />
    </button>
  `,
  styleUrl: './sort-button.css',
})
export class SortButton {
  readonly field = input.required<string>();
  /** The sort in force, as on the wire. */
  readonly sort = input.required<string>();
  /** Which way the first click sorts: names upwards, dates and amounts downwards. */
  readonly first = input<'ascending' | 'descending'>('ascending');
  /** The sort to use next, as on the wire. */
  readonly sorted = output<string>();

  protected readonly direction = computed(() => ariaSort(this.sort(), this.field()));
  protected readonly next = computed(() => {
    const turned = this.direction() === 'ascending' ? 'descending' : 'ascending';
    const direction = this.direction() ? turned : this.first();
    return direction === 'ascending' ? this.field() : `-${this.field()}`;
  });
}
