import { Random } from './random';
import { minutesAfter, type Script } from './script';
import type { Teammate } from './team';

/** Something to do on a day or, when its person is not at work then, on the next one. */
export interface Appointment {
  day: number;
  act: (at: Date, day: number) => void;
  /** The name of the invoice whose payment it is. */
  pays?: string;
}

const FIRST_HOURS = [0.6, 1.8] as const;
/** Longer than any of it takes. */
const MINUTES_EACH = [6, 9] as const;

/** What somebody does in the office in the mornings, one thing after the other. */
export class Diary {
  private appointments: Appointment[] = [];

  constructor(
    private readonly person: Teammate,
    private readonly script: Script,
  ) {}

  note(appointment: Appointment): void {
    this.appointments.push(appointment);
  }

  work(day: number): void {
    const due = this.appointments.filter((each) => each.day <= day);
    this.appointments = this.appointments.filter((each) => each.day > day);
    const { time_zone: zone, begins } = this.person;
    // Dice of its own: what is due depends on the months, and the rest of the story must not depend on that.
    const random = new Random(day);
    let at = this.script.calendar.at(zone, day, begins + random.between(...FIRST_HOURS));
    for (const { act } of due) {
      at = minutesAfter(at, random.between(...MINUTES_EACH));
      act(at, day);
    }
  }

  /** Takes out the next payment that is expected by a day. */
  takePayment(by: number, isKnown: (invoice: string) => boolean): Appointment | undefined {
    const [next] = this.appointments
      .filter(({ day, pays }) => day <= by && pays !== undefined && isKnown(pays))
      .toSorted((one, other) => one.day - other.day);
    this.appointments = this.appointments.filter((each) => each !== next);
    return next;
  }
}
