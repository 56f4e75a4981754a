import { BreakpointObserver } from '@angular/cdk/layout';
import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  inject,
  injectAsync,
  input,
  output,
  type TemplateRef,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Icon } from '../icon/icon';
import { map } from 'rxjs';

const PHONE = '(max-width: 900px)';

/** The search box (`slot="search"`) and the filters of a list: side by side on a desk, in a sheet on a phone. */
@Component({
  selector: 'tm-filter-bar',
  imports: [Icon, NgTemplateOutlet],
  templateUrl: './filter-bar.html',
  styleUrl: './filter-bar.css',
})
export class FilterBar {
  private readonly sheet = injectAsync(() =>
    import('@angular/material/bottom-sheet').then((module) => module.MatBottomSheet),
  );
  private readonly breakpoints = inject(BreakpointObserver);

  /** How many filters are on, the search box aside. */
  readonly active = input(0);
  readonly cleared = output();

  protected readonly onPhone = toSignal(
    this.breakpoints.observe(PHONE).pipe(map(({ matches }) => matches)),
    { initialValue: this.breakpoints.isMatched(PHONE) },
  );
  private readonly panel = viewChild.required<TemplateRef<unknown>>('panel');

  protected async openSheet(): Promise<void> {
    const sheet = await this.sheet();
    // The first filter would get the focus, and open its list over all the others.
    sheet.open(this.panel(), { ariaLabel: 'Filters', autoFocus: 'dialog' });
  }

  protected async done(): Promise<void> {
    const sheet = await this.sheet();
    sheet.dismiss();
  }
}
