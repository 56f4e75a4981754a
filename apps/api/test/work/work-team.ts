import type { ActivityView, ProjectView } from '@tidemark/contracts';
import { type Person, type Requests, SpecApi } from '../support';

type TeamMember = 'admin' | 'auditor' | 'lead' | 'member' | 'outsider';

/** A small team with the project "Website", of which nothing is in the trail yet. */
export class WorkTeam {
  private constructor(
    readonly api: SpecApi,
    readonly people: Record<TeamMember, Person>,
    /** Of "Website client", with the lead and the member in it. */
    readonly website: ProjectView,
  ) {}

  static async start(environment: Record<string, string> = {}): Promise<WorkTeam> {
    const api = await SpecApi.start(environment);
    const people = await api.people.team();
    const website = await api.people.project('Website', [
      [people.lead, 'lead'],
      [people.member, 'member'],
    ]);
    return new WorkTeam(api, people, website);
  }

  as(name: TeamMember): Requests {
    return this.api.as(this.people[name]);
  }

  stop(): Promise<void> {
    return this.api.stop();
  }

  /** What the trail gained while something was done, oldest first, as an auditor reads it. */
  async recorded(work: () => Promise<unknown>): Promise<ActivityView[]> {
    const [last] = await this.api.sql<{ id: number }>('SELECT max(id) AS id FROM activity');
    await work();
    const rows = await this.as('auditor').feed('?limit=100');
    return rows.filter(({ id }) => id > Number(last?.id)).sort((a, b) => a.id - b.id);
  }

  /** The same as `[action, description, extra data]`. */
  async told(work: () => Promise<unknown>): Promise<[string, string, unknown][]> {
    const rows = await this.recorded(work);
    return rows.map(({ action, description, extra_data }) => [action, description, extra_data]);
  }
}
