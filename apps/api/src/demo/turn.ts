import type { Step } from './step';

/** Something that happens once: when so much of the time is over, in a morning of the one who does it. */
export interface Turn extends Pick<Step, 'method' | 'path' | 'body' | 'as'> {
  share: number;
  by: string;
  /** Nobody works on this project any more from the day before. */
  halts?: string;
  /** The tasks of this project that are still open are closed before. */
  closes?: string;
  /** There is work on this project again. */
  opens?: string;
  /** Somebody works on a project from now on. */
  joins?: { project: string; person: string };
  /** Somebody has left a project; another one takes the open tasks before. */
  leaves?: { project: string; person: string; heir: string };
  /** Somebody cannot sign in any more, or again from tomorrow. */
  suspends?: string;
  restores?: string;
}

export const UPDATE = { method: 'PATCH' } as const;
export const CREATE = { method: 'POST' } as const;
export const REMOVE = { method: 'DELETE' } as const;
