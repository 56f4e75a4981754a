import { minutesAfter, type Script } from './script';
import { DEMO_PASSWORD, type Teammate } from './team';

const WRONG_PASSWORD_SHARE = 0.07;
const SIGNS_OUT_SHARE = 0.5;

/** Who is signed in. Everybody signs in once a week: hashing a password is slow on purpose. */
export class Presence {
  private readonly weeks = new Map<string, string>();
  private readonly suspended = new Set<string>();

  constructor(private readonly script: Script) {}

  /** Whether somebody is there on a day, and may be. */
  isAtWork(person: Teammate, day: number): boolean {
    return this.script.calendar.worksOn(person, day) && !this.suspended.has(person.username);
  }

  /** Somebody opens the product for the first time on a day. */
  arrive(person: Teammate, day: number, at: Date): void {
    const { random } = this.script;
    const week = this.script.calendar.week(person.time_zone, day);
    if (this.weeks.get(person.username) === week) return;
    if (random.chance(WRONG_PASSWORD_SHARE)) this.mistype(person, minutesAfter(at, -1.2));
    this.signIn(person, at);
    this.weeks.set(person.username, week);
  }

  /** Somebody is signed in already, by the link of the invitation. */
  welcome(person: Teammate, day: number): void {
    this.weeks.set(person.username, this.script.calendar.week(person.time_zone, day));
  }

  signIn({ username }: Teammate, at: Date): void {
    const body = { username, password: DEMO_PASSWORD };
    this.script.add({ at, by: username, method: 'POST', path: '/auth/login', body });
  }

  /** The weekend begins: some sign out, the others close the window. */
  leave({ username }: Teammate, at: Date): void {
    if (!this.weeks.has(username) || !this.script.random.chance(SIGNS_OUT_SHARE)) return;
    this.script.add({ at, by: username, method: 'POST', path: '/auth/logout' });
    this.weeks.delete(username);
  }

  /** An administrator deactivates an account: its sessions are over. */
  suspend(username: string): void {
    this.weeks.delete(username);
    this.suspended.add(username);
  }

  restore(username: string): void {
    this.suspended.delete(username);
  }

  private mistype({ username }: Teammate, at: Date): void {
    const body = { username, password: `${DEMO_PASSWORD}y` };
    const step = { at, method: 'POST', path: '/auth/login', body, refusedWith: 401 } as const;
    this.script.add({ ...step, by: username });
  }
}
