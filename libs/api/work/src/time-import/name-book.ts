import type { Read } from './cells';

export interface KnownProject {
  id: number;
  name: string;
  client_name: string;
  is_archived: boolean;
  can_manage: boolean;
}

export interface KnownTask {
  id: number;
  project_id: number;
  name: string;
}

export interface KnownPerson {
  id: number;
  username: string;
  display_name: string;
  email: string;
  /** A project that the person works on; null for administrators, who work on all. */
  project_id: number | null;
}

/** Names are compared as people read them: letter case and doubled spaces make no difference. */
const fold = (name: string) => name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
const taskKey = (projectId: number, name: string) => `${projectId} ${fold(name)}`;
const namesOf = ({ username, display_name, email }: KnownPerson) => [
  ...new Set([username, display_name, email].map(fold)),
];

const ONLY_LEADS = 'Only leads of the project and administrators may enter time for others';

/** What the names in a file mean to who imports it: what that person may not know of is not in the book. */
export class NameBook {
  private readonly projects: Map<string, KnownProject[]>;
  private readonly tasks: Map<string, KnownTask[]>;
  private readonly people: Map<string, { one: KnownPerson }[]>;

  constructor(
    private readonly self: KnownPerson,
    projects: readonly KnownProject[],
    tasks: readonly KnownTask[] = [],
    people: readonly KnownPerson[] = [],
  ) {
    this.projects = Map.groupBy(projects, ({ name }) => fold(name));
    this.tasks = Map.groupBy(tasks, ({ project_id, name }) => taskKey(project_id, name));
    const called = people.flatMap((one) => namesOf(one).map((name) => ({ name, one })));
    this.people = Map.groupBy(called, ({ name }) => name);
  }

  /** One that is archived is taken where no other has the name: why it cannot be used is said later. */
  project(name: string, client: string | undefined): Read<KnownProject> {
    const named = this.projects.get(fold(name)) ?? [];
    if (named.length === 0)
      return { error: `There is no project “${name}” that you can track time on` };
    const found = named.filter(
      ({ client_name }) => client === undefined || fold(client_name) === fold(client),
    );
    if (found.length === 0) return { error: `“${name}” is no project of “${client}”` };
    const open = found.filter(({ is_archived }) => !is_archived);
    const [only, ...others] = open.length > 0 ? open : found;
    if (only && others.length === 0) return { value: only };
    return { error: `There are ${others.length + 1} projects “${name}”: name the client as well` };
  }

  task({ id, name: projectName }: KnownProject, name: string): Read<KnownTask> {
    const found = this.tasks.get(taskKey(id, name)) ?? [];
    const [only, ...others] = found;
    if (!only) return { error: `“${projectName}” has no task “${name}”` };
    if (others.length === 0) return { value: only };
    return { error: `“${projectName}” has ${found.length} tasks “${name}”: rename one of them` };
  }

  /** By user name, display name or e-mail address; the first of several ways to say it that is known. */
  person(project: KnownProject, [name, ...more]: readonly string[]): Read<KnownPerson> {
    if (name === undefined) return { value: this.self };
    const found = this.named(project, name);
    if (found.length === 0 && more.length > 0) return this.person(project, more);
    const [only, ...others] = found;
    if (only && others.length === 0) return { value: only };
    if (only) return { error: `${found.length} people are called “${name}”: use the user name` };
    if (!project.can_manage) return { error: ONLY_LEADS };
    return { error: `Nobody called “${name}” works on “${project.name}”` };
  }

  private named(project: KnownProject, name: string): KnownPerson[] {
    if (namesOf(this.self).includes(fold(name))) return [this.self];
    if (!project.can_manage) return [];
    const found = (this.people.get(fold(name)) ?? [])
      .map(({ one }) => one)
      .filter(({ project_id }) => project_id === null || project_id === project.id);
    return [...new Map(found.map((one) => [one.id, one])).values()];
  }
}
