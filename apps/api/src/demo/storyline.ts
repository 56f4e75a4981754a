import type { Backlog } from './backlog';
import type { Presence } from './presence';
import { CLIENTS, type DemoProject, PROJECTS } from './projects';
import { minutesAfter, type Script } from './script';
import { teammate } from './team';
import type { Turn } from './turn';
import { TURNS } from './turns';

/** The turns that the work of the team takes: what begins, ends, pauses and comes back. */
export class Storyline {
  private beginnings = PROJECTS.filter(({ begins }) => begins > 0);
  private turns = TURNS.toSorted((one, other) => one.share - other.share);
  /** What begins in the middle of a morning is there for everybody from the next day. */
  private tomorrow: (() => void)[] = [];
  /** Projects of the person who is suspended. */
  private readonly left = new Set<Backlog>();

  constructor(
    private readonly script: Script,
    private readonly backlogs: ReadonlyMap<string, Backlog>,
    private readonly presence: Presence,
  ) {}

  /** The first morning: clients, and the projects that are there from the beginning. */
  open(day: number, at: Date): Date {
    let moment = at;
    for (const { key, ...body } of CLIENTS) {
      moment = minutesAfter(moment, 1.5);
      const step = { method: 'POST', path: '/clients', body, as: `client:${key}` } as const;
      this.script.add({ at: moment, by: 'ana', ...step });
    }
    for (const project of PROJECTS.filter(({ begins }) => begins === 0)) {
      moment = this.begin(project, minutesAfter(moment, 2));
    }
    this.dawn();
    this.halt(this.script.calendar.progress(day + 1));
    return moment;
  }

  /** A day begins. */
  dawn(): void {
    for (const effect of this.tomorrow) effect();
    this.tomorrow = [];
  }

  /** What happens on a day: each turn in the morning of the one who takes it. */
  play(day: number): void {
    const { calendar } = this.script;
    const isDue = (share: number, by: string) =>
      share <= calendar.progress(day) && this.presence.isAtWork(teammate(by), day);
    const inTheMorning = (by: string, hours: number) =>
      calendar.at(teammate(by).time_zone, day, teammate(by).begins + hours);

    this.halt(calendar.progress(day + 1));
    const beginning = this.beginnings.filter(({ begins }) => isDue(begins, 'ana'));
    this.beginnings = this.beginnings.filter((project) => !beginning.includes(project));
    beginning.forEach((project, index) => {
      this.begin(project, inTheMorning('ana', 0.3 + index * 0.2));
    });
    const due = this.turns.filter(
      (turn) => isDue(turn.share, turn.by) && !this.isAheadOfProject(turn),
    );
    this.turns = this.turns.filter((turn) => !due.includes(turn));
    const first = this.script.random.between(0.6, 1.4);
    due.forEach((turn, index) => {
      const at = inTheMorning(turn.by, first + index * 0.1);
      if (!this.isTooLate(turn, at)) this.take(turn, at);
    });
  }

  /** In a short demo a project may begin on the day on which something should happen to it. */
  private isAheadOfProject({ path, body }: Turn): boolean {
    const project = /\{project:(\w+)\}/.exec(path + JSON.stringify(body))?.[1] ?? '';
    return this.backlogs.get(project)?.isBegun === false;
  }

  /** Or everything that was to be said about a project is said when it is over. */
  private isTooLate({ path }: Turn, at: Date): boolean {
    const project = /\{project:(\w+)\}\/comments$/.exec(path)?.[1];
    const comment = /\{(comment:\w+)\}$/.exec(path)?.[1];
    const isOver = project !== undefined && this.backlogs.get(project)?.isOpen === false;
    return isOver || (comment !== undefined && !this.script.isThere(comment, at));
  }

  private halt(progress: number): void {
    for (const { halts, share } of this.turns) {
      const backlog = halts && share <= progress && this.backlogs.get(halts);
      if (backlog) backlog.isOpen = false;
    }
  }

  private take(turn: Turn, at: Date): void {
    const { method, path, body, as, by, closes, opens, joins, leaves, suspends, restores } = turn;
    let moment = at;
    if (closes) moment = this.backlogs.get(closes)?.close(at) ?? at;
    if (leaves)
      moment = this.backlogs.get(leaves.project)?.handOver(leaves.person, leaves.heir, at) ?? at;
    moment = minutesAfter(moment, 1);
    this.script.add({ at: moment, by, method, path, ...(body && { body }), ...(as && { as }) });
    if (opens) this.openTomorrow(opens);
    if (joins) this.tomorrow.push(() => this.backlogs.get(joins.project)?.people.add(joins.person));
    if (suspends) this.suspend(suspends);
    if (restores) this.tomorrow.push(() => this.restore(restores));
  }

  /** Nobody is given work who cannot sign in. */
  private suspend(username: string): void {
    this.presence.suspend(username);
    for (const backlog of this.backlogs.values()) {
      if (backlog.people.delete(username)) this.left.add(backlog);
    }
  }

  private restore(username: string): void {
    this.presence.restore(username);
    for (const backlog of this.left) {
      if (!backlog.hasLeft.has(username)) backlog.people.add(username);
    }
  }

  private openTomorrow(project: string): void {
    const backlog = this.backlogs.get(project);
    this.tomorrow.push(() => {
      backlog?.open();
    });
  }

  private begin(project: DemoProject, at: Date): Date {
    const { key, lead, members } = project;
    const step = { by: 'ana', method: 'POST' } as const;
    const body = projectBody(project);
    this.script.add({ ...step, at, path: '/projects', body, as: `project:${key}` });
    let moment = at;
    for (const username of [lead, ...members]) {
      moment = minutesAfter(moment, 0.3);
      this.script.add({
        ...step,
        at: moment,
        path: `/projects/{project:${key}}/members`,
        body: { user_id: `{user:${username}}`, role: username === lead ? 'lead' : 'member' },
      });
    }
    this.openTomorrow(key);
    return moment;
  }
}

function projectBody({ client, name, description, color, rate, budget }: DemoProject) {
  return {
    name,
    description,
    color,
    client_id: `{client:${client}}`,
    hourly_rate: rate,
    budget_hours: budget,
  };
}
