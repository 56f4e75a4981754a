import { computed, inject, linkedSignal, type Signal, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { ActivityView, CommentPage } from '@tidemark/contracts';
import { RECORD_NEWS } from '@tidemark/web/ui';
import { NEVER, switchMap } from 'rxjs';
import type { CommentedThing } from './comments-api';

export interface ListedThing {
  thing: Signal<CommentedThing>;
  projectId: Signal<number>;
  /** The comments on screen. */
  list: Signal<CommentPage | undefined>;
}

/**
 * What is said, edited and deleted on a thing while its comments are on screen, as far as these do not show it yet.
 * In an injection context.
 */
export function commentNews({ thing, projectId, list }: ListedThing) {
  const follow = inject(RECORD_NEWS, { optional: true }) ?? (() => NEVER);
  const rows = toSignal(
    toObservable(projectId).pipe(
      switchMap((id) => follow({ entity_type: ['comment'], project_id: id })),
    ),
    { initialValue: [] as readonly ActivityView[] },
  );
  /** Whatever page they were on. */
  const seen = linkedSignal<CommentPage | undefined, ReadonlySet<number>>({
    source: list,
    computation: (page, before) =>
      new Set([...(before?.value ?? []), ...(page?.comments ?? []).map(({ id }) => id)]),
  });
  /** Rows that were known when a list was asked for: it shows what they tell, or it is on another page. */
  const answered = signal<ReadonlySet<number>>(new Set());
  const missed = computed(() => {
    const page = list();
    if (!page) return [];
    return latest(rows(), thing()).filter(
      (row) => !answered().has(row.id) && !isShown(row, page, seen()),
    );
  });
  return {
    /** The last that happened to each comment of which the list does not show it, newest first. */
    missed,
    /** To be called when a list is asked for; what it gives back, when it has come. */
    asked(): () => void {
      const told = rows();
      return () => answered.set(new Set(told.map(({ id }) => id)));
    },
  };
}

/** The last row of each comment on the thing. */
function latest(rows: readonly ActivityView[], { kind, id }: CommentedThing): ActivityView[] {
  const met = new Set<number | null>();
  return rows.filter(({ entity_id, extra_data }) => {
    const isHere = kind === 'tasks' ? extra_data['task_id'] === id : !('task_id' in extra_data);
    if (!isHere || met.has(entity_id)) return false;
    return met.add(entity_id);
  });
}

function isShown(
  { action, entity_id, changes }: ActivityView,
  { comments }: CommentPage,
  seen: ReadonlySet<number>,
): boolean {
  const comment = comments.find(({ id }) => id === entity_id);
  if (action === 'commented') return entity_id === null || seen.has(entity_id);
  if (!comment) return true;
  if (action === 'deleted') return false;
  const edited = changes.find(({ field }) => field === 'edited_at')?.to;
  return typeof edited !== 'string' || (comment.edited_at ?? '') >= edited;
}
