import { Component, inject, injectAsync } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon, TimerCommand } from '@tidemark/web/ui';

/** The navigation on a phone: within reach of the thumb, with the timer in the middle. */
@Component({
  selector: 'tm-phone-bar',
  imports: [Icon, RouterLink, RouterLinkActive],
  templateUrl: './phone-bar.html',
  styleUrl: './phone-bar.css',
})
export class PhoneBar {
  protected readonly timer = inject(TimerCommand);
  private readonly sheet = injectAsync(() =>
    import('@angular/material/bottom-sheet').then((module) => module.MatBottomSheet),
  );

  protected async more(): Promise<void> {
    const [sheet, { MoreSheet }] = await Promise.all([this.sheet(), import('./more-sheet')]);
    sheet.open(MoreSheet, { ariaLabel: 'More' });
  }
}
