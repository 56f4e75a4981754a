import type { ActivityView, BulkAnswer, TaskView, TimeEntryView } from '@tidemark/contracts';
import type { Requests } from '../support';
import { WorkTeam } from '../work/work-team';

/** The team of the other specs, with what is needed to change many things at once. */
export class BulkTeam {
  private constructor(readonly work: WorkTeam) {}

  static async start(): Promise<BulkTeam> {
    const work = await WorkTeam.start();
    // The time of these specs is long past; what that means has a spec of its own.
    await work.as('admin').patch('/settings', { late_edit_days: null });
    return new BulkTeam(work);
  }

  stop(): Promise<void> {
    return this.work.stop();
  }

  /** Ids of entries of an hour each, one after another. */
  async entries(count: number, more: object = {}, by = this.work.as('member')): Promise<number[]> {
    const ids: number[] = [];
    for (let hour = 0; hour < count; hour++) {
      const at = (minutes: number) =>
        new Date(Date.UTC(2026, 0, 15) + (hour * 60 + minutes) * 60_000).toISOString();
      const body = {
        project_id: this.work.website.id,
        started_at: at(0),
        ended_at: at(60),
        ...more,
      };
      ids.push((await by.post<TimeEntryView>('/time-entries', body)).body.id);
    }
    return ids;
  }

  async tasks(count: number, more: object = {}): Promise<number[]> {
    const ids: number[] = [];
    for (let task = 1; task <= count; task++) {
      const body = { name: `Task ${task}`, project_id: this.work.website.id, ...more };
      ids.push((await this.work.as('lead').post<TaskView>('/tasks', body)).body.id);
    }
    return ids;
  }

  change = (ids: number[], more: object, by: Requests = this.work.as('member')) =>
    by.patch<BulkAnswer>('/time-entries', { ids, ...more });

  /** The rows of one bulk change, as the auditor reads them, and that nothing else was written. */
  async batchOf(
    work: () => Promise<{ status: number; body: BulkAnswer }>,
  ): Promise<ActivityView[]> {
    let answer: BulkAnswer | undefined;
    const rows = await this.work.recorded(async () => {
      const { status, body } = await work();
      expect([status, body]).toEqual([200, expect.anything()]);
      answer = body;
    });
    expect(rows.filter(({ batch_id }) => batch_id !== answer?.batch_id)).toEqual([]);
    return rows;
  }
}
