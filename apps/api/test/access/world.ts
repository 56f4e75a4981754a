import type { ProjectView } from '@tidemark/contracts';
import { type Person, SpecApi } from '../support';

/** Everything one request can be about, made anew so that requests do not disturb each other. */
export interface World {
  projectId: number;
  /** Without time entries, so that it can be deleted. */
  emptyProjectId: number;
  clientId: number;
  /** Without projects. */
  emptyClientId: number;
  taskId: number;
  /** An entry of the colleague's, finished. */
  entryId: number;
  /** The colleague's running timer. */
  runningId: number;
  /** Of the colleague's: nobody else knows of it. */
  templateId: number;
  /** The colleague keeps it for oneself. */
  savedFilterId: number;
  /** The colleague's, on the project. */
  commentId: number;
  colleague: Person;
}

export const ROLES = ['outsider', 'member', 'lead', 'auditor', 'admin'] as const;
export type SpecRole = (typeof ROLES)[number];

/** The people who ask, and a colleague whose things they ask for. */
export class Cast {
  private round = 0;

  private constructor(
    readonly api: SpecApi,
    readonly people: Record<SpecRole, Person>,
    readonly colleague: Person,
    readonly deactivated: Person,
  ) {}

  static async of(api: SpecApi, prefix = ''): Promise<Cast> {
    const make = (name: string, role?: 'admin' | 'auditor') =>
      api.people.make(`${prefix}${name}`, role);
    const people = {
      outsider: await make('outsider'),
      member: await make('member'),
      lead: await make('lead'),
      auditor: await make('auditor', 'auditor'),
      admin: await make('admin', 'admin'),
    };
    const cast = new Cast(api, people, await make('colleague'), await make('gone'));
    await cast.quietly('UPDATE "user" SET is_active = false WHERE id = $1', [cast.deactivated.id]);
    return cast;
  }

  async world(): Promise<World> {
    const { lead } = this.people;
    const name = `World ${++this.round} of ${lead.username}`;
    await this.quietly('DELETE FROM time_entry WHERE user_id = $1', [this.colleague.id]);
    const project = await this.project(name);
    const empty = await this.project(`${name}, empty`);
    const [client] = await this.quietly('INSERT INTO client (name) VALUES ($1) RETURNING id', [
      `${name} without projects`,
    ]);
    const [task] = await this.quietly(
      `INSERT INTO task (name, project_id, status, priority, created_by) VALUES ($1, $2, 'todo', 'medium', $3) RETURNING id`,
      [`${name} task`, project.id, lead.id],
    );
    const entry = await this.entry(project.id, `now() - interval '2 hours'`, 'now()');
    const running = await this.entry(project.id, `now() - interval '1 hour'`, 'NULL');
    await this.quietly('DELETE FROM time_entry WHERE ended_at IS NULL AND user_id <> $1', [
      this.colleague.id,
    ]);
    return {
      projectId: project.id,
      emptyProjectId: empty.id,
      clientId: project.client_id,
      emptyClientId: client?.id ?? 0,
      taskId: task?.id ?? 0,
      entryId: entry,
      runningId: running,
      ...(await this.colleaguesThings(project.id, name)),
      colleague: this.colleague,
    };
  }

  private async colleaguesThings(projectId: number, name: string) {
    const secret = `Secret work of ${this.people.lead.username}`;
    const insert = async (table: string, columns: string, ...values: unknown[]) => {
      const places = values.map((_, at) => `$${at + 2}`).join(', ');
      const [row] = await this.quietly(
        `INSERT INTO ${table} (${columns}) VALUES ($1, ${places}) RETURNING id`,
        [this.colleague.id, ...values],
      );
      return row?.id ?? 0;
    };
    return {
      templateId: await insert(
        'time_entry_template',
        'user_id, name, project_id, note',
        `${name} template`,
        projectId,
        secret,
      ),
      savedFilterId: await insert(
        'saved_filter',
        'user_id, name, filter',
        `${name} filter`,
        JSON.stringify({ q: secret }),
      ),
      commentId: await insert('comment', 'author_id, project_id, body', projectId, secret),
    };
  }

  private project(name: string): Promise<ProjectView> {
    const { lead, member } = this.people;
    return this.api.people.project(name, [
      [lead, 'lead'],
      [member, 'member'],
      [this.colleague, 'member'],
    ]);
  }

  private async entry(projectId: number, start: string, end: string): Promise<number> {
    const [row] = await this.quietly(
      `INSERT INTO time_entry (user_id, project_id, note, billable, source, started_at, ended_at)
       VALUES ($1, $2, $3, true, 'timer', ${start}, ${end}) RETURNING id`,
      [this.colleague.id, projectId, `Secret work of ${this.people.lead.username}`],
    );
    return row?.id ?? 0;
  }

  private async quietly(text: string, values: unknown[]): Promise<{ id: number }[]> {
    await this.api.sql("SET session_replication_role = 'replica'");
    const rows = await this.api.sql<{ id: number }>(text, values);
    await this.api.sql('RESET session_replication_role');
    return rows;
  }
}
