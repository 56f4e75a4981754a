import { NgTemplateOutlet } from '@angular/common';
import { afterNextRender, Component, input, output, viewChild } from '@angular/core';
import { MatDivider } from '@angular/material/divider';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { Icon } from '../icon/icon';
import type { MenuHeading, MenuItem } from './menu-item';

/** The menu of a `tmMenu` button: exists while it is open. */
@Component({
  selector: 'tm-menu-panel',
  imports: [Icon, MatDivider, MatMenu, MatMenuItem, MatMenuTrigger, NgTemplateOutlet, RouterLink],
  templateUrl: './menu-panel.html',
  styleUrl: './menu-panel.css',
  host: {
    '[style.left.px]': 'button().getBoundingClientRect().left',
    '[style.top.px]': 'button().getBoundingClientRect().top',
    '[style.width.px]': 'button().offsetWidth',
    '[style.height.px]': 'button().offsetHeight',
  },
})
export class MenuPanel {
  readonly items = input.required<readonly MenuItem[]>();
  readonly heading = input<MenuHeading>();
  /** What it belongs to: it opens there and gives the focus back. */
  readonly button = input.required<HTMLElement>();
  readonly closed = output();

  private readonly trigger = viewChild.required(MatMenuTrigger);

  constructor() {
    afterNextRender(() => this.trigger().openMenu());
  }

  protected leave(): void {
    this.button().focus();
    this.closed.emit();
  }

  /** Opens towards the middle of the page. */
  protected side(): 'before' | 'after' {
    const { left, width } = this.button().getBoundingClientRect();
    return left + width / 2 > document.documentElement.clientWidth / 2 ? 'before' : 'after';
  }
}
