import { Injectable, type PipeTransform } from '@nestjs/common';
import { ProblemException } from '@tidemark/api/platform';
import { parseMonth } from './month';

/** The month that a path carries. @throws ProblemException invalid-parameter */
@Injectable()
export class MonthPipe implements PipeTransform<string, string> {
  transform(text: string): string {
    const month = parseMonth(text);
    if (month !== null) return month;
    throw new ProblemException(
      'invalid-parameter',
      'month must be one such as 2026-01, from 2000 to 2099',
    );
  }
}
