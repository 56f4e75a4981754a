import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActivityEvent, Json } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { CopyButton } from '@tidemark/web/ui';
import { Directory } from '../choices/directory';
import { fieldLabel, fieldValue, humanise, type NameOf } from '../describe/field-value';
import { ACTION_BADGES, ENTITY_BADGES } from '../entity-badges';

/** What is known of an activity beside its sentence: who, what about, from where, and what else was recorded. */
@Component({
  selector: 'tm-event-facts',
  imports: [CopyButton, RouterLink],
  templateUrl: './event-facts.html',
  styleUrl: './event-facts.css',
})
export class EventFacts {
  private readonly directory = inject(Directory);
  private readonly session = inject(SessionStore);

  readonly activity = input.required<ActivityEvent>();

  protected readonly type = computed(() => ENTITY_BADGES[this.activity().entity_type].label);
  protected readonly action = computed(() => ACTION_BADGES[this.activity().action].label);
  protected readonly place = computed(() => {
    const viewer = this.session.me();
    const activity = this.activity();
    return viewer ? ENTITY_BADGES[activity.entity_type].route(activity, viewer) : null;
  });
  protected readonly project = computed(() => {
    const { project_id, entity_type } = this.activity();
    if (project_id === null || entity_type === 'project') return null;
    const name = this.directory.nameOf('project_id', project_id) ?? `#${project_id}`;
    return { id: project_id, name };
  });
  /** "Job: overdue invoices", where no person acted. */
  protected readonly source = computed(() => {
    const { source } = this.activity();
    return source.startsWith('job:')
      ? `Job: ${source.slice('job:'.length).replaceAll('-', ' ')}`
      : source === 'anonymous'
        ? 'Somebody not signed in'
        : null;
  });
  protected readonly extra = computed(() =>
    extraRows(this.activity().extra_data, this.session.zone(), this.directory.nameOf),
  );
}

/** Said elsewhere on the page. */
const SAID = new Set(['reason', 'project_id', 'project_name']);

/** What was recorded beside the changes, as people read it: names instead of ids, durations as they were shown. */
function extraRows(extra: Record<string, Json>, zone: string, nameOf: NameOf) {
  const isSaidBetter = (key: string) =>
    [key.replace(/_id$/, '_name'), `${key}_name`, key.replace(/_hours$/, '_formatted')].some(
      (other) => other !== key && Object.hasOwn(extra, other),
    );
  return Object.entries(extra)
    .filter(([key]) => !SAID.has(key) && !isSaidBetter(key))
    .map(([key, value]) => ({
      key,
      label: fieldLabel(key.replace(/_(name|formatted)$/, '')),
      value: Array.isArray(value)
        ? value.map((one) => humanise(String(one))).join(', ')
        : fieldValue(key, value, zone, nameOf),
    }))
    .filter(({ value }) => value !== '' && value !== 'none');
}
