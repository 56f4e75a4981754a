import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
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
import { AccountMenu } from './account-menu';
import { LiveIndicator } from './live-indicator';
import { ThemeMenu } from './theme-menu';

/** The line above every page: the day, whether all is live, theme, help and account. */
@Component({
  selector: 'tm-top-bar',
  imports: [AccountMenu, Icon, LiveIndicator, Logo, RouterLink, ThemeMenu, Tooltip],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.css',
})
export class TopBar {
  private readonly now = inject(Now);
  private readonly zone = inject(ViewerZone);
  protected readonly hotkeys = inject(Hotkeys);

  protected readonly today = computed(() =>
    formatLongDay(dayIn(this.zone.name(), this.now.everyMinute())),
  );
}
