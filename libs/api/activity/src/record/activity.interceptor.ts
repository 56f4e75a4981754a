import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { parseId, Transactions, type Viewer } from '@tidemark/api/platform';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { type LoggedMutation, LoggedMutationMetadata } from './log-activity.decorator';
import { RowRecorder, type Where } from './row-recorder';

interface Row {
  id: number;
}
type ApiRequest = FastifyRequest<{ Params: Record<string, string> }> & { user?: Viewer };

/** Gives every `@LogActivity` route its transaction, and records what really changed in it. */
@Injectable()
export class ActivityInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly transactions: Transactions,
    private readonly recorder: RowRecorder,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const mutation = this.reflector.get(LoggedMutationMetadata, context.getHandler());
    if (!mutation) return next.handle();
    const where = target(mutation, context.switchToHttp().getRequest<ApiRequest>());
    return from(this.transactions.run(() => this.runAndRecord(mutation, where, next)));
  }

  private async runAndRecord(
    { subject, action }: LoggedMutation,
    where: Where<Row>,
    next: CallHandler,
  ): Promise<unknown> {
    const watched = await this.recorder.watch(subject, action, where, () =>
      lastValueFrom<unknown, undefined>(next.handle(), { defaultValue: undefined }),
    );
    await watched.record();
    return watched.result;
  }
}

function target({ locate }: LoggedMutation, request: ApiRequest): Where<Row> {
  const ids = Object.entries(request.params).map(([name, text]) => [name, parseId(text)] as const);
  // The handler's pipes will refuse such an address; there is no row to look at.
  if (ids.some(([, id]) => id === null)) return () => null;
  const params = Object.fromEntries(ids) as Record<string, number>;
  const { user } = request;
  if (locate) return (result) => (user ? locate({ params, userId: user.id, result }) : null);
  return (result) => {
    const id = params['id'] ?? (result as Partial<Row> | undefined)?.id;
    return typeof id === 'number' ? { id } : null;
  };
}
