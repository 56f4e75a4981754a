import { Reflector } from '@nestjs/core';
import type { Action } from '@tidemark/contracts';
import type { FindOptionsWhere } from 'typeorm';
import type { ActivitySubject } from './activity-subject';

/** Where the row is that a request is about, when its address does not carry the row's own id. */
export interface Located {
  /** Parameters of the path that are ids. */
  params: Record<string, number>;
  /** The signed-in person's id. */
  userId: number;
  /** What the handler answered; undefined before it ran. */
  result?: unknown;
}
/** Null when there is no such row (yet). */
export type Locate<E> = (request: Located) => FindOptionsWhere<E> | null;

export interface LoggedMutation {
  // The decorator's type parameter is gone at run time; the interceptor treats all subjects alike.
  subject: ActivitySubject<{ id: number }>;
  action: Action;
  locate: Locate<{ id: number }> | undefined;
}

export const LoggedMutationMetadata = Reflector.createDecorator<LoggedMutation>();

/** This mutation writes no activity by itself; the text says why that is right. It opens no transaction either. */
export const NotLogged = Reflector.createDecorator<string>();

/**
 * Runs the handler in a transaction, compares the row before and after, and records `action` on `subject`
 * when something changed. The row is the one of `:id`, else the one that `locate` finds, else the one whose
 * `id` the handler returns.
 */
export const LogActivity = <E extends { id: number }>(
  subject: ActivitySubject<E>,
  action: Action,
  locate?: Locate<E>,
): MethodDecorator & ClassDecorator =>
  LoggedMutationMetadata({
    subject: subject as unknown as ActivitySubject<{ id: number }>,
    action,
    locate: locate as Locate<{ id: number }> | undefined,
  });
