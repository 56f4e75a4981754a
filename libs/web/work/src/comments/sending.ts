import { signal } from '@angular/core';
import type { CommentView } from '@tidemark/contracts';
import { toProblem } from '@tidemark/web/ui';
import { firstValueFrom, type Observable } from 'rxjs';

/** What is said goes out one at a time: who presses twice does not speak twice. */
export function sending() {
  const busy = signal(false);
  /** Why what was typed was not taken. */
  const problem = signal<string | undefined>(undefined);
  return {
    busy: busy.asReadonly(),
    problem,
    /** What the server made of it; undefined when it refused, or something is on its way already. */
    async send(request: () => Observable<CommentView>): Promise<CommentView | undefined> {
      if (busy()) return undefined;
      busy.set(true);
      problem.set(undefined);
      try {
        return await firstValueFrom(request());
      } catch (error) {
        problem.set(toProblem(error).detail);
        return undefined;
      } finally {
        busy.set(false);
      }
    },
  };
}
