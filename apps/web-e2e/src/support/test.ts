import { type APIRequestContext, expect, request, test as base } from '@playwright/test';
import type {
  ClientView,
  ProjectRole,
  ProjectView,
  Role,
  SaveTask,
  Session,
  TaskView,
} from '@tidemark/contracts';
import { Api } from './api';
import { FIRST, hire, type Person, unique } from './people';

/** Makes what a spec needs beforehand: people with browsers, and work. All names become unique. */
export interface Team {
  hire(name: string, role?: Role, zone?: string): Promise<Person>;
  /** A project with a client of its own. */
  project(name: string, members?: [Person, ProjectRole][]): Promise<ProjectView>;
  task(project: ProjectView, name: string, task?: Partial<SaveTask>): Promise<TaskView>;
  /** So many activities in the project, of which no two neighbours look alike: none collapses into another. */
  history(project: ProjectView, count: number): Promise<void>;
}

interface Fixtures {
  team: Team;
  /** The API as the first administrator. */
  office: Api;
}

interface WorkerFixtures {
  /** Where the first administrator has signed in. */
  desk: APIRequestContext;
}

/** Playwright's `test` with a team. What no browser should ever complain about fails the spec. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  desk: [
    async ({ browser: _ }, use, { project }) => {
      const context = await request.newContext({ baseURL: project.use.baseURL });
      const { username, password } = FIRST;
      await new Api(context).post<Session>('auth/login', { username, password });
      await use(context);
      await context.dispose();
    },
    { scope: 'worker' },
  ],

  // A token lasts for a test, and not for as long as a slow machine takes for all of them.
  office: async ({ desk }, use) => {
    const { access_token } = await new Api(desk).post<Session>('auth/refresh');
    await use(new Api(desk, access_token));
  },

  team: async ({ browser, office }, use) => {
    const people: Person[] = [];
    await use({
      hire: async (name, role = 'member', zone = 'Europe/Berlin') => {
        const person = await hire(browser, office, name, role, zone);
        people.push(person);
        return person;
      },
      project: (name, members = []) => project(office, name, members),
      task: (where, name, task = {}) =>
        office.post<TaskView>('tasks', { name: unique(name), project_id: where.id, ...task }),
      history: (where, count) => history(office, where, count),
    });
    await Promise.all(people.map(({ context }) => context.close()));
    expect(people.flatMap(({ complaints }) => complaints.grave)).toEqual([]);
  },
});

async function project(
  office: Api,
  name: string,
  members: [Person, ProjectRole][],
): Promise<ProjectView> {
  const client = await office.post<ClientView>('clients', { name: unique('Acme') });
  const made = await office.post<ProjectView>('projects', {
    name: unique(name),
    client_id: client.id,
  });
  for (const [{ id }, role] of members)
    await office.post(`projects/${made.id}/members`, { user_id: id, role });
  return made;
}

async function history(office: Api, { id }: ProjectView, count: number): Promise<void> {
  for (let n = 0; n < count; n += 2) {
    const task = await office.post<TaskView>('tasks', { name: unique('Step'), project_id: id });
    if (n + 1 < count) await office.patch(`tasks/${task.id}`, { status: 'in_progress' });
  }
}

export { expect };
