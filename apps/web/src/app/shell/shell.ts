import { Component, type ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { Hotkeys, TimerCommand } from '@tidemark/web/ui';
import { distinctUntilChanged, filter, map, skip } from 'rxjs';
import { Sidebar } from './nav/sidebar';
import { OfflineBanner } from './offline-banner/offline-banner';
import { PhoneBar } from './phone-bar/phone-bar';
import { TopBar } from './top-bar/top-bar';

/** What stands around every page of somebody signed in. */
@Component({
  selector: 'tm-shell',
  imports: [OfflineBanner, PhoneBar, RouterOutlet, Sidebar, TopBar],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
})
export class Shell {
  private readonly router = inject(Router);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  constructor() {
    const timer = inject(TimerCommand);
    const label = 'Start or stop the timer';
    inject(Hotkeys).register({ key: 't', label, run: () => timer.toggle() });
    this.focusEachPage();
  }

  protected skipToMain(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  /** A new page gets the focus, so that keyboard and screen reader go on there; a new filter of the same page does not. */
  private focusEachPage(): void {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map(({ urlAfterRedirects }) => urlAfterRedirects.split(/[?#]/)[0]),
        distinctUntilChanged(),
        skip(1),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.main().nativeElement.focus({ preventScroll: true }));
  }
}
