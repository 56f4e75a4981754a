import { DOCUMENT } from '@angular/common';
import { inject, Service, signal } from '@angular/core';
import { type Theme as ThemeName, THEMES } from '@tidemark/contracts';

/** Also read by `theme.js`, which runs before the first paint. */
const STORED_AS = 'tidemark.theme';

/** Light, dark or as the system says: an attribute on the root element, remembered on the device. */
@Service()
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosen = signal<ThemeName>(remembered());

  readonly name = this.chosen.asReadonly();

  use(theme: ThemeName): void {
    this.chosen.set(theme);
    localStorage.setItem(STORED_AS, theme);
    if (theme === 'system') this.root.removeAttribute('data-theme');
    else this.root.setAttribute('data-theme', theme);
  }
}

function remembered(): ThemeName {
  const stored = localStorage.getItem(STORED_AS);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}
