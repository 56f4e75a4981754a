import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Icon, loaded, type MenuItem, MenuTrigger } from '@tidemark/web/ui';
import { WorkChanges } from '../shared/work-changes';
import type { TimerDraft } from '../timers/timer-draft';
import { TemplateActions } from './template-actions';
import { TemplatesApi } from './templates-api';

const OFFERED = 12;

/** The own templates beside the timer: one click starts one, or keeps what is filled in. */
@Component({
  selector: 'tm-template-menu',
  imports: [Icon, MenuTrigger],
  template: `
    <button type="button" class="btn" [tmMenu]="items()">
      <tm-icon name="copy" [size]="18" />Templates
    </button>
  `,
  styles: `
    button {
      width: 100%;
      min-height: 38px;
      justify-content: center;
    }

    @media (max-width: 900px) {
      button {
        min-height: 44px;
      }
    }
  `,
})
export class TemplateMenu {
  private readonly api = inject(TemplatesApi);
  private readonly actions = inject(TemplateActions);
  private readonly changes = inject(WorkChanges);
  private readonly router = inject(Router);

  /** What is filled in or running, to keep; nothing to keep without. */
  readonly work = input<Partial<TimerDraft>>();

  private readonly loaded = loaded(
    () => ({ limit: OFFERED, version: this.changes.count('templates', 'projects', 'tasks') }),
    ({ limit }) => this.api.list({ limit }),
  );
  protected readonly items = computed((): MenuItem[] => [...this.own(), ...this.others()]);

  private own(): MenuItem[] {
    const page = this.loaded.value();
    if (!page) return [{ label: this.waiting(), disabled: true }];
    if (page.total === 0) return [{ label: 'No templates yet', disabled: true }];
    return page.time_entry_templates.map((template) => ({
      label: template.name,
      icon: 'play',
      disabled: !template.can_start,
      run: () => void this.actions.start(template),
    }));
  }

  private others(): MenuItem[] {
    return [
      {
        label: this.work()?.project_id ? 'Keep this as a template…' : 'New template…',
        icon: 'plus',
        divided: true,
        run: () => void this.actions.create(this.work()),
      },
      {
        label: 'All templates',
        icon: 'settings',
        run: () => void this.router.navigate(['/templates']),
      },
    ];
  }

  private waiting(): string {
    return this.loaded.problem() ? 'Your templates could not be loaded' : 'Loading…';
  }
}
