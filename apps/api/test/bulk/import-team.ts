import type { TaskView, TimeImport } from '@tidemark/contracts';
import type { Answer } from '../support';
import { WorkTeam } from '../work/work-team';

type Who = 'admin' | 'lead' | 'member' | 'outsider';

export const HEAD = 'date,start,end,project,task,note,billable';
export const LINE = '2026-01-15,9:00,10:30,Website,Design,Sketches,yes';

/** A team that imports time: on "Website" with the task "Design", while the lead alone is on "Apollo". */
export class ImportTeam {
  private constructor(
    readonly work: WorkTeam,
    readonly design: TaskView,
  ) {}

  static async start(): Promise<ImportTeam> {
    const work = await WorkTeam.start();
    await work.api.people.project('Apollo', [[work.people.lead, 'lead']]);
    const body = { name: 'Design', project_id: work.website.id };
    return new ImportTeam(work, (await work.as('member').post<TaskView>('/tasks', body)).body);
  }

  stop = () => this.work.stop();

  /** Past the triggers. */
  async forget(): Promise<void> {
    await this.work.api.sql(
      "SET session_replication_role = 'replica'; DELETE FROM time_entry; RESET session_replication_role",
    );
  }

  send(query: string, lines: string[], who: Who = 'member'): Promise<Answer<TimeImport>> {
    return this.work.as(who).post<TimeImport>(`/time-entries/import${query}`, lines.join('\n'));
  }

  importing = (lines: string[], who?: Who) => this.send('', lines, who);

  async preview(lines: string[], who?: Who, query = ''): Promise<TimeImport> {
    const { status, body, text } = await this.send(`?dry_run=true${query}`, lines, who);
    expect([status, text]).toEqual([200, expect.any(String)]);
    return body;
  }

  /** How much there is of what an import writes. */
  async everything(): Promise<unknown> {
    const [row] = await this.work.api.sql(
      'SELECT (SELECT count(*) FROM activity) AS trail, (SELECT count(*) FROM time_entry) AS entries',
    );
    return row;
  }
}
