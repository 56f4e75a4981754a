import { Injectable } from '@nestjs/common';
import { Settings } from '@tidemark/api/accounts';
import { Clock, dayIn } from '@tidemark/api/platform';

/** Days as the organisation counts them, in its one time zone, from wherever somebody looks. */
@Injectable()
export class OfficeCalendar {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** IANA name. */
  async zone(): Promise<string> {
    return (await this.settings.read()).time_zone;
  }

  /** Such as "2026-01-15". */
  async today(): Promise<string> {
    return dayIn(await this.zone(), this.clock.now());
  }
}
