import { Injectable } from '@nestjs/common';
import { ClsService } from 'nestjs-cls';
import type { Caller } from './caller';

const CALLER = 'caller';

/** Who is calling, wherever the code is. Set by the guard for requests and by `runAs` for jobs. */
@Injectable()
export class RequestContext {
  constructor(private readonly cls: ClsService) {}

  /** @throws Error when nobody said on whose behalf this runs: a job without `runAs` is a mistake, not "unknown". */
  get caller(): Caller {
    const caller = this.cls.isActive() ? this.cls.get<Caller | undefined>(CALLER) : undefined;
    if (!caller) throw new Error('Nobody is calling: run jobs with runAs({ job })');
    return caller;
  }

  set caller(caller: Caller) {
    this.cls.set(CALLER, caller);
  }

  /** Runs `work` on behalf of a named job. */
  runAs<T>({ job }: { job: string }, work: () => Promise<T>): Promise<T> {
    return this.cls.run({ ifNested: 'override' }, () => {
      this.caller = {
        userId: null,
        source: `job:${job}`,
        ip: null,
        userAgent: null,
        requestId: null,
      };
      return work();
    });
  }
}
