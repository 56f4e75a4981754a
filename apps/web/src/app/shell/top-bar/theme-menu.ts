import { Component, computed, inject } from '@angular/core';
import { type Theme as ThemeName, THEMES } from '@tidemark/contracts';
import { SessionStore, Theme } from '@tidemark/web/session';
import {
  Icon,
  type IconName,
  type MenuItem,
  MenuTrigger,
  Toast,
  Tooltip,
  toProblem,
} from '@tidemark/web/ui';

const LABELS: Record<ThemeName, { label: string; icon: IconName }> = {
  system: { label: 'System', icon: 'system' },
  light: { label: 'Light', icon: 'sun' },
  dark: { label: 'Dark', icon: 'moon' },
};

/** Light, dark, or as the system: at once, and remembered in the profile. */
@Component({
  selector: 'tm-theme-menu',
  imports: [Icon, MenuTrigger, Tooltip],
  templateUrl: './theme-menu.html',
})
export class ThemeMenu {
  private readonly session = inject(SessionStore);
  private readonly toast = inject(Toast);
  private readonly theme = inject(Theme);

  protected readonly icon = computed(() => LABELS[this.theme.name()].icon);
  protected readonly items = computed<MenuItem[]>(() =>
    THEMES.map((name) => ({
      ...LABELS[name],
      checked: name === this.theme.name(),
      run: () => void this.choose(name),
    })),
  );

  private async choose(theme: ThemeName): Promise<void> {
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
