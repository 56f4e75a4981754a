import { Injectable, type PipeTransform } from '@nestjs/common';
import { ProblemException } from './problem';

const ID = /^[1-9]\d{0,9}$/;
const MAX_ID = 2_147_483_647;

/** The id that a path carries: a positive whole number that fits a column, or null. */
export function parseId(text: unknown): number | null {
  const id = typeof text === 'string' && ID.test(text) ? Number(text) : NaN;
  return id <= MAX_ID ? id : null;
}

/** @throws ProblemException not-found: an address that cannot be an id leads nowhere. */
@Injectable()
export class IdPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    const id = parseId(text);
    if (id === null) throw new ProblemException('not-found', 'There is nothing at this address');
    return id;
  }
}
