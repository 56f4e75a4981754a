import { Component, computed, input } from '@angular/core';
import type { SettingsView } from '@tidemark/contracts';

/** The settings, for those who read them. */
@Component({
  selector: 'tm-settings-text',
  template: `
    <dl>
      <dt>Time zone</dt>
      <dd>{{ zone() }}</dd>
      <dt>A change needs a reason</dt>
      <dd>{{ late() }}</dd>
    </dl>
  `,
  styles: `
    dl {
      margin: 0;
      padding: 0 22px 18px;
    }
    dt {
      color: var(--ink-soft);
      font-size: var(--text-s);
      font-weight: 560;
    }
    dd {
      margin: 0 0 12px;
    }
    @media (max-width: 900px) {
      dl {
        padding-inline: 14px;
      }
    }
  `,
})
export class SettingsText {
  readonly settings = input.required<SettingsView>();

  protected readonly zone = computed(() => this.settings().time_zone.replaceAll('_', ' '));
  protected readonly late = computed(() => {
    const days = this.settings().late_edit_days;
    if (days === null) return 'Never';
    if (days === 0) return 'When its day is past';
    return `When its day is more than ${days} ${days === 1 ? 'day' : 'days'} past`;
  });
}
