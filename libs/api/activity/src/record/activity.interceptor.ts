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
import type { FindOptionsWhere } from 'typeorm';
import {
  type ActivitySubject,
  type Described,
  diff,
  type RefinedActivity,
} from './activity-subject';
import { ActivityService } from './activity.service';
import { type LoggedMutation, LoggedMutationMetadata } from './log-activity.decorator';

interface Row {
  id: number;
}
/** Where the row is: asked before the handler runs and, when there was none, again with its result. */
type Where = (result?: unknown) => FindOptionsWhere<Row> | null;
type ApiRequest = FastifyRequest<{ Params: Record<string, string> }> & { user?: Viewer };

/** Gives every `@LogActivity` route its transaction, and records what really changed in it. */
@Injectable()
export class ActivityInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly transactions: Transactions,
    private readonly activity: ActivityService,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const mutation = this.reflector.get(LoggedMutationMetadata, context.getHandler());
    if (!mutation) return next.handle();
    const where = target(mutation, context.switchToHttp().getRequest<ApiRequest>());
    return from(this.transactions.run(() => this.runAndRecord(mutation, where, next)));
  }

  private async runAndRecord(
    { subject, action }: LoggedMutation,
    where: Where,
    next: CallHandler,
  ): Promise<unknown> {
    const target = where();
    const before = target && (await this.lock(subject, target));
    const result: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
    const after = await this.find(subject, before ? { id: before.id } : where(result));
    await this.record(subject, action, before, after);
    return result;
  }

  private async record(
    subject: ActivitySubject<Row>,
    action: LoggedMutation['action'],
    before: Row | null,
    after: Row | null,
  ): Promise<void> {
    const entity = after ?? before;
    const changes = before && after ? diff(subject, before, after) : [];
    // A change that changes nothing writes nothing.
    if (!entity || (before && after && changes.length === 0)) return;
    for (const one of refined(subject, action, { before, after, changes, notes: {} })) {
      await this.activity.record(subject, one.action, entity, {
        before,
        after,
        changes: one.changes,
      });
    }
  }

  /** The row as it is, kept from changing until the end of the transaction. */
  private async lock(
    subject: ActivitySubject<Row>,
    where: FindOptionsWhere<Row>,
  ): Promise<Row | null> {
    const rows = this.transactions.manager.getRepository<Row>(subject.entity);
    const found = await rows.findOne({ where, lock: { mode: 'pessimistic_write' } });
    return found && this.find(subject, { id: found.id });
  }

  private find(
    subject: ActivitySubject<Row>,
    where: FindOptionsWhere<Row> | null,
  ): Promise<Row | null> {
    if (!where) return Promise.resolve(null);
    const rows = this.transactions.manager.getRepository<Row>(subject.entity);
    return rows.findOne({ where, relations: subject.relations ?? {} });
  }
}

function target({ locate }: LoggedMutation, request: ApiRequest): Where {
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

function refined(
  subject: ActivitySubject<Row>,
  action: LoggedMutation['action'],
  change: Described<Row>,
): RefinedActivity[] {
  const changes = [...change.changes];
  const telling =
    action === 'updated' && change.before && change.after ? subject.refine?.(change) : [];
  return telling && telling.length > 0 ? telling : [{ action, changes }];
}
