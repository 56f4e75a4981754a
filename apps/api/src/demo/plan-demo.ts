import { Accounting } from './accounting';
import { Backlog } from './backlog';
import { Batches } from './batches';
import { Bookkeeping } from './bookkeeping';
import { JustNow } from './just-now';
import { LastHours } from './last-hours';
import { Presence } from './presence';
import { PROJECTS } from './projects';
import { type DemoOptions, minutesAfter, Script } from './script';
import type { Step } from './step';
import { Storyline } from './storyline';
import { TEAM, type Teammate } from './team';
import { Workday } from './workday';

const SETUP_HOUR = 8.5;
/** By then everybody has followed the invitation. */
const TEAM_IS_THERE_HOUR = 9.5;
const FEWEST_WAITING_TASKS = 3;

/** Everything that the demo team does after it has gathered, in the order of time: the same for the same options. */
export function planDemo(options: DemoOptions): Step[] {
  return new Season(new Script(options)).steps();
}

/** When the product is set up: in the first morning of the first administrator. */
export function setupTime(options: DemoOptions): Date {
  const { calendar } = new Script(options);
  const { time_zone: zone } = founder();
  return calendar.at(zone, calendar.firstWorkday(zone), SETUP_HOUR);
}

/** A part of the story that is told day by day. */
interface Strand {
  play(day: number): void;
}

class Season {
  private readonly presence: Presence;
  private readonly backlogs: ReadonlyMap<string, Backlog>;
  private readonly story: Storyline;
  /** What has a rhythm of its own, beside the turns and the daily work. */
  private readonly strands: readonly Strand[];
  private readonly accounting: Accounting;
  private readonly workdays: ReadonlyMap<Teammate, Workday>;

  constructor(private readonly script: Script) {
    this.presence = new Presence(script);
    this.backlogs = new Map(PROJECTS.map((each) => [each.key, new Backlog(each, script)]));
    this.story = new Storyline(script, this.backlogs, this.presence);
    this.workdays = new Map(TEAM.map((each) => [each, new Workday(each, this.backlogs, script)]));
    this.accounting = new Accounting(script);
    this.strands = [this.story, this.accounting, new Batches(script)];
  }

  steps(): Step[] {
    const { calendar } = this.script;
    const first = calendar.firstWorkday(founder().time_zone);
    this.firstDay(first);
    for (let day = first + 1; day <= calendar.today; day++) this.ordinaryDay(day);
    new LastHours(this.script, this.workdays, this.presence).add();
    new JustNow(this.script, this.backlogs, this.presence, this.accounting).add();
    new Bookkeeping(this.script).add();
    return this.script.upToNow();
  }

  private firstDay(day: number): void {
    for (const person of TEAM) this.presence.welcome(person, day);
    const { time_zone: zone } = founder();
    let at = this.story.open(day, this.script.calendar.at(zone, day, TEAM_IS_THERE_HOUR));
    for (const backlog of this.backlogs.values()) {
      if (backlog.isOpen) at = backlog.plan(day, minutesAfter(at, 1));
    }
    this.work(day, at);
  }

  private ordinaryDay(day: number): void {
    this.story.dawn();
    for (const person of this.present(day)) {
      this.presence.arrive(person, day, this.at(person, day, person.begins - 0.1));
    }
    for (const strand of this.strands) strand.play(day);
    for (const person of this.present(day)) this.lead(person, day);
    this.work(day, new Date(0));
  }

  /** Leads begin the day with the lists of their projects. */
  private lead(person: Teammate, day: number): void {
    let at = this.at(person, day, person.begins + 0.05);
    for (const backlog of this.backlogs.values()) {
      if (!backlog.isOpen || backlog.project.lead !== person.username) continue;
      at = backlog.review(minutesAfter(at, 1));
      if (backlog.waiting < FEWEST_WAITING_TASKS) at = backlog.plan(day, at);
    }
  }

  private work(day: number, notBefore: Date): void {
    for (const person of this.present(day)) {
      this.workdays.get(person)?.plan(day, notBefore);
      if (this.script.calendar.isFriday(person.time_zone, day)) {
        this.presence.leave(person, this.at(person, day, person.ends + 1));
      }
    }
  }

  private present(day: number): Teammate[] {
    return TEAM.filter((person) => this.presence.isAtWork(person, day));
  }

  private at({ time_zone: zone }: Teammate, day: number, hours: number): Date {
    return this.script.calendar.at(zone, day, hours);
  }
}

function founder(): Teammate {
  const [first] = TEAM;
  if (!first) throw new Error('Nobody is in the demo team');
  return first;
}
