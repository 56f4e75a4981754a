import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@tidemark/web/session';
import {
  dayIn,
  formatLongDay,
  Hotkeys,
  Icon,
  Logo,
  Now,
  Tooltip,
  ViewerZone,
} from '@tidemark/web/ui';
import { TimerChip } from '@tidemark/web/work';
import { AccountMenu } from './account-menu';
import { LiveIndicator } from './live-indicator';
import { ThemeMenu } from './theme-menu';

/** The line above every page: the day, the running timer, whether all is live, theme, help and account. */
@Component({
  selector: 'tm-top-bar',
  imports: [AccountMenu, Icon, LiveIndicator, Logo, RouterLink, ThemeMenu, TimerChip, Tooltip],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.css',
})
export class TopBar {
  private readonly now = inject(Now);
  private readonly zone = inject(ViewerZone);
  private readonly session = inject(SessionStore);
  protected readonly hotkeys = inject(Hotkeys);

  protected readonly today = computed(() =>
    formatLongDay(dayIn(this.zone.name(), this.now.everyMinute())),
  );
  /** Auditors read; they have no timer. */
  protected readonly works = computed(() => this.session.me()?.role !== 'auditor');
}
