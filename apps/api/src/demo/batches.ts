import type { TimeEntryPage } from '@tidemark/contracts';
import { minutesAfter, type Script } from './script';
import { teammate } from './team';

const MISBOOKED_DAYS = 7;
const MISBOOKED = 'timetable';
const MEANT = 'ferry';
const REASON = 'Went to the wrong project of Northwind';
/** How many days before he is back at his desk the fair began. */
const FAIR_BEGAN_DAYS = 4;
const FAIR_PROJECT = 'guide';
/** In the afternoons, after what Jonas tracks. */
const FAIR_HOURS = ['13:30,16:00', '16:20,18:30'];
const FAIR_NOTES = [
  ...['Setting up the stand', 'Opening, guided tour for the sponsors'],
  ...['Visitors trying the guide', 'Notes on what they stumbled over'],
  ...['Visitors trying the guide', 'Taking down the stand'],
];

/** Something that is done at once to many things, on the first day from some share on when its person is there. */
interface Batch {
  share: number;
  by: string;
  hoursAfterArrival: number;
  /** Without them there is nothing to do it to. */
  needs: readonly string[];
  act: (at: Date, day: number) => void;
}

/** Time that is moved in bulk, and time that is imported. */
export class Batches {
  private waiting: readonly Batch[] = [
    {
      ...{ share: 0.955, by: 'jonas', hoursAfterArrival: 0.4, needs: [`project:${FAIR_PROJECT}`] },
      act: (at, day) => this.importFair(at, day),
    },
    {
      ...{ share: 0.975, by: 'ben', hoursAfterArrival: 1.9 },
      needs: [`project:${MISBOOKED}`, `project:${MEANT}`],
      act: (at, day) => this.moveMisbooked(at, day),
    },
  ];

  constructor(private readonly script: Script) {}

  play(day: number): void {
    const { calendar } = this.script;
    for (const batch of this.waiting) {
      const person = teammate(batch.by);
      if (day < calendar.dayOf(batch.share) || !calendar.worksOn(person, day)) continue;
      const at = calendar.at(person.time_zone, day, person.begins + batch.hoursAfterArrival);
      const longAgo = minutesAfter(at, -MISBOOKED_DAYS * 24 * 60);
      this.waiting = this.waiting.filter((each) => each !== batch);
      // A demo of a few days has no past to put right.
      if (batch.needs.every((each) => this.script.isThere(each, longAgo))) batch.act(at, day);
    }
  }

  /** Ben had the wrong project in his timer for a week. */
  private moveMisbooked(at: Date, day: number): void {
    const from = this.script.calendar.date(teammate('ben').time_zone, day - MISBOOKED_DAYS);
    const path = `/time-entries?project_id={project:${MISBOOKED}}&running=false&limit=100&start_date=${from}`;
    const body = ({ time_entries: entries }: TimeEntryPage) => {
      const free = entries.filter(({ is_invoiced, is_locked }) => !is_invoiced && !is_locked);
      const ids = free.map(({ id }) => id);
      return ids.length > 1 ? { ids, project_id: `{project:${MEANT}}`, reason: REASON } : null;
    };
    this.script.add({
      at,
      by: 'ben',
      method: 'PATCH',
      path: '/time-entries',
      asks: { path, body },
    });
  }

  /** Three days at the stand of the museum, noted on paper and typed into a table. */
  private importFair(at: Date, day: number): void {
    const { time_zone: zone } = teammate('jonas');
    const lines = FAIR_NOTES.map((note, index) => {
      const fairDay = day - FAIR_BEGAN_DAYS + Math.floor(index / FAIR_HOURS.length);
      const date = this.script.calendar.date(zone, fairDay);
      return `${date},${FAIR_HOURS[index % FAIR_HOURS.length]},Exhibition guide,"${note}"`;
    });
    const csv = ['Date,Start,End,Project,Note', ...lines, ''].join('\r\n');
    this.script.add({ at, by: 'jonas', method: 'POST', path: '/time-entries/import', csv });
  }
}
