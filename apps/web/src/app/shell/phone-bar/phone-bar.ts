import { Component, computed, inject, injectAsync } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { SessionStore } from '@tidemark/web/session';
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
  private readonly session = inject(SessionStore);
  /** Auditors track no time, so they get the page where they read it. */
  protected readonly tracks = computed(() => this.session.me()?.role !== 'auditor');
  private readonly sheet = injectAsync(() =>
    import('@angular/material/bottom-sheet').then((module) => module.MatBottomSheet),
  );

  protected async more(): Promise<void> {
    const [sheet, { MoreSheet }] = await Promise.all([this.sheet(), import('./more-sheet')]);
    sheet.open(MoreSheet, { ariaLabel: 'More' });
  }
}
