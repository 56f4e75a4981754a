import { computed, inject, linkedSignal, type Signal, signal } from '@angular/core';
import type { MemberView } from '@tidemark/contracts';
import { ProjectsApi } from '../projects/projects-api';
import { loaded } from '@tidemark/web/ui';
import type { MentionStart } from './mention-at';

const OFFERED = 6;

/** Who can be mentioned where something is being typed. In an injection context. */
export function mentionList(projectId: Signal<number>) {
  const api = inject(ProjectsApi);
  const start = signal<MentionStart | null>(null);
  const wanted = signal(false);
  const members = loaded(
    () => (wanted() ? { id: projectId() } : undefined),
    ({ id }) => api.members(id),
  );
  const people = computed(() => (members.value()?.members ?? []).filter((one) => one.is_active));
  const offered = computed(() => {
    const typed = start()?.typed.toLocaleLowerCase();
    return typed === undefined
      ? []
      : people()
          .filter((person) => fits(person, typed))
          .slice(0, OFFERED);
  });
  const active = linkedSignal<MemberView[], number>({ source: offered, computation: () => 0 });
  return {
    /** The mention that is being typed. */
    start: start.asReadonly(),
    /** Everybody who can be mentioned, as far as they are loaded. */
    people,
    offered,
    active: active.asReadonly(),
    /** Loads them, for a text that may mention somebody. */
    want(): void {
      wanted.set(true);
    },
    look(found: MentionStart | null): void {
      if (found) wanted.set(true);
      start.set(found);
    },
    /** Goes up or down, round the ends. */
    step(by: number): void {
      const count = offered().length;
      active.update((at) => (at + by + count) % count);
    },
  };
}

/** By the beginning of the username or of any part of the name. */
function fits({ username, display_name }: MemberView, typed: string): boolean {
  const words = [username, ...display_name.toLocaleLowerCase().split(/\s+/)];
  return words.some((word) => word.startsWith(typed));
}
