import { minutesAfter, type Script } from './script';
import type { Teammate } from './team';

/** Something to do on a day or, when its person is not at work then, on the next one. */
export interface Appointment {
  day: number;
  act: (at: Date, day: number) => void;
  /** The name of the invoice whose payment it is. */
  pays?: string;
}

const FIRST_HOUR = 1.2;
const MINUTES_EACH = 6;

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
    const first = this.script.calendar.at(zone, day, begins + FIRST_HOUR);
    due.forEach(({ act }, index) => {
      act(minutesAfter(first, index * MINUTES_EACH), day);
    });
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
