import type { Accounting } from './accounting';
import type { Backlog } from './backlog';
import type { Presence } from './presence';
import { minutesAfter, type Script } from './script';
import { teammate } from './team';

const POST_MINUTES = 16.6;
const PRAISE_MINUTES = 11.3;
const REMARK_MINUTES = 5.8;
/** Leads who may look at what was finished today, and people who may have something to say. */
const LEADS = ['ben', 'cleo'];
const SPEAKERS = ['elif', 'maya', 'dev', 'cleo'];
/** Who has done something so lately is still there. */
const AROUND_MINUTES = 180;
const SIGNS_IN_MINUTES = 2;

/** The last quarter of an hour, beside the timers: the post, a task that is done, a question. */
export class JustNow {
  constructor(
    private readonly script: Script,
    private readonly backlogs: ReadonlyMap<string, Backlog>,
    private readonly presence: Presence,
    private readonly accounting: Accounting,
  ) {}

  add(): void {
    const [post, praise, remark] = [POST_MINUTES, PRAISE_MINUTES, REMARK_MINUTES].map((minutes) =>
      minutesAfter(this.script.calendar.now, -minutes),
    ) as [Date, Date, Date];
    const isThere = this.isAround('ana', post);
    if (this.accounting.openPost(post) && !isThere) {
      this.presence.signIn(teammate('ana'), minutesAfter(post, -SIGNS_IN_MINUTES));
    }
    const leads = LEADS.filter((lead) => this.isAround(lead, praise));
    // Rather several tasks at once: the feed shows them as one line that opens.
    [2, 1].some((atLeast) =>
      leads.some((lead) => this.open().some((each) => each.approve(lead, praise, atLeast))),
    );
    const speakers = SPEAKERS.filter((speaker) => this.isAround(speaker, remark));
    speakers.some((speaker) => this.open().some((backlog) => backlog.ask(speaker, remark)));
  }

  private isAround(username: string, at: Date): boolean {
    const earliest = minutesAfter(at, -AROUND_MINUTES);
    const last = this.script
      .upToNow()
      .findLast((step) => step.by === username && step.at > earliest && step.at < at);
    return last !== undefined && last.path !== '/auth/logout' && !last.refusedWith;
  }

  /** The studio's own work is the first of all, and the least to look at. */
  private open(): Backlog[] {
    return [...this.backlogs.values()].filter(({ isOpen }) => isOpen).toReversed();
  }
}
