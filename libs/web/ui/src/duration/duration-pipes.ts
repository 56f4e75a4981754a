import { Pipe, type PipeTransform } from '@angular/core';
import { formatClock, formatHours } from './duration';

/** `{{ seconds | tmClock }}` → "1:24:07" */
@Pipe({ name: 'tmClock' })
export class ClockPipe implements PipeTransform {
  transform(seconds: number): string {
    return formatClock(seconds);
  }
}

/** `{{ seconds | tmHours }}` → "1:24" */
@Pipe({ name: 'tmHours' })
export class HoursPipe implements PipeTransform {
  transform(seconds: number): string {
    return formatHours(seconds);
  }
}
