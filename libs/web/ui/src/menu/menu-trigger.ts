import {
  afterNextRender,
  ApplicationRef,
  type ComponentRef,
  DestroyRef,
  Directive,
  ElementRef,
  inject,
  input,
  inputBinding,
  outputBinding,
  signal,
  ViewContainerRef,
} from '@angular/core';
import { Awaited } from '../keyboard/awaited';
import type { MenuHeading, MenuItem } from './menu-item';
import type { MenuPanel } from './menu-panel';

const loadPanel = () => import('./menu-panel').then((module) => module.MenuPanel);

/**
 * A button that opens a menu: `<button [tmMenu]="items()" aria-label="More">`. The menu itself is loaded with the first
 * sign that somebody may want it.
 */
@Directive({
  selector: 'button[tmMenu]',
  host: {
    'aria-haspopup': 'menu',
    '[attr.aria-expanded]': 'open()',
    '(pointerenter)': 'prefetch()',
    '(focus)': 'prefetch()',
    '(click)': 'toggle()',
    '(keydown.arrowdown)': '$event.preventDefault(); toggle()',
  },
})
export class MenuTrigger {
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly container = inject(ViewContainerRef);
  private readonly awaited = inject(Awaited);
  private readonly app = inject(ApplicationRef).injector;

  readonly tmMenu = input.required<readonly MenuItem[]>();
  readonly tmMenuHeading = input<MenuHeading>();

  protected readonly open = signal(false);
  private panel?: ComponentRef<MenuPanel>;
  private destroyed = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.destroyed = true;
      this.panel?.destroy();
    });
  }

  protected prefetch(): void {
    void loadPanel();
  }

  protected toggle(): void {
    if (this.open()) return;
    this.open.set(true);
    void this.awaited.until(this.show()).catch((error: unknown) => {
      this.open.set(false);
      throw error;
    });
  }

  private async show(): Promise<void> {
    const panel = await loadPanel();
    if (this.destroyed) return;
    this.panel = this.container.createComponent(panel, {
      bindings: [
        inputBinding('items', this.tmMenu),
        inputBinding('heading', this.tmMenuHeading),
        inputBinding('button', () => this.element),
        outputBinding('closed', () => this.close()),
      ],
    });
    await new Promise<void>((shown) => afterNextRender(() => shown(), { injector: this.app }));
  }

  private close(): void {
    this.panel?.destroy();
    this.panel = undefined;
    this.open.set(false);
  }
}
