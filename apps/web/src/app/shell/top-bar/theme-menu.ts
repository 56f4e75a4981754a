import { Component, computed, inject } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { type Theme as ThemeName, THEMES } from '@tidemark/contracts';
import { SessionStore, Theme } from '@tidemark/web/session';
import { Icon, type IconName, Toast, toProblem } from '@tidemark/web/ui';

const LABELS: Record<ThemeName, { label: string; icon: IconName }> = {
  system: { label: 'As the system', icon: 'system' },
  light: { label: 'Light', icon: 'sun' },
  dark: { label: 'Dark', icon: 'moon' },
};

/** Light, dark, or as the system: at once, and remembered in the profile. */
@Component({
  selector: 'tm-theme-menu',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, MatTooltip],
  templateUrl: './theme-menu.html',
})
export class ThemeMenu {
  private readonly session = inject(SessionStore);
  private readonly toast = inject(Toast);
  protected readonly theme = inject(Theme);

  protected readonly choices = THEMES.map((name) => ({ name, ...LABELS[name] }));
  protected readonly icon = computed(() => LABELS[this.theme.name()].icon);

  protected async choose(theme: ThemeName): Promise<void> {
    const before = this.theme.name();
    if (theme === before) return;
    this.theme.use(theme);
    try {
      await this.session.updateMe({ theme });
    } catch (error) {
      this.theme.use(before);
      this.toast.problem(toProblem(error));
    }
  }
}
