import { Component, computed, input, output } from '@angular/core';
import type { Problem } from '@tidemark/contracts';
import { Icon } from '../icon/icon';
import { CopyButton } from './copy-button';

/** An error in the place of what could not be shown: what happened, the request id to copy, and a way on. */
@Component({
  selector: 'tm-error-state',
  imports: [CopyButton, Icon],
  templateUrl: './error-state.html',
  styleUrl: './state.css',
  host: { role: 'alert' },
})
export class ErrorState {
  readonly problem = input.required<Problem>();
  /** Says what could not be done: "Could not load older activity". Default: the problem's title. */
  readonly title = input<string>();
  readonly retry = output();

  protected readonly heading = computed(() => this.title() ?? this.problem().title);
}
