import { Component, inject, input, linkedSignal } from '@angular/core';
import type { ProjectView } from '@tidemark/contracts';
import { Icon } from '@tidemark/web/ui';
import { Rights } from '../shared/rights';
import { ProjectActions } from './project-actions';

/** The star of a project: at once, and back again where the server says no. */
@Component({
  selector: 'tm-favorite-button',
  imports: [Icon],
  template: `
    @if (rights.canWork()) {
      <button
        type="button"
        class="icon-btn"
        [class.on]="favorite()"
        [attr.aria-pressed]="favorite()"
        [attr.aria-label]="'Favourite: ' + project().name"
        (click)="toggle()"
      >
        <tm-icon [name]="favorite() ? 'star-filled' : 'star'" [size]="18" />
      </button>
    }
  `,
  styles: `
    .icon-btn {
      color: var(--ink-faint);
    }
    .on {
      color: var(--warn);
    }
  `,
})
export class FavoriteButton {
  private readonly actions = inject(ProjectActions);
  protected readonly rights = inject(Rights);

  readonly project = input.required<ProjectView>();

  protected readonly favorite = linkedSignal(() => this.project().is_favorite);

  private said: Promise<unknown> = Promise.resolve();

  /** One after the other: on two ways to the server the first press could be the last word. */
  protected toggle(): void {
    const wanted = !this.favorite();
    this.favorite.set(wanted);
    this.said = this.said.then(() => this.say(wanted));
  }

  private async say(wanted: boolean): Promise<void> {
    if (!(await this.actions.setFavorite(this.project(), wanted))) this.favorite.set(!wanted);
  }
}
