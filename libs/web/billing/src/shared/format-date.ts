import { Pipe, type PipeTransform } from '@angular/core';
import type { Day } from '@tidemark/web/ui';

const DATE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "15 Jan 2026": on a document a date means one day for ever, so never "yesterday". */
export function formatDate(day: Day): string {
  return DATE.format(new Date(`${day}T00:00Z`));
}

/** `{{ invoice.due_date | tmDate }}` */
@Pipe({ name: 'tmDate' })
export class DatePipe implements PipeTransform {
  transform(day: Day): string {
    return formatDate(day);
  }
}
