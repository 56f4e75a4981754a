import { hash } from '@node-rs/argon2';
import type { ProjectRole, ProjectView, Role, Session } from '@tidemark/contracts';
import type { SpecApi } from './api';

export interface Person {
  id: number;
  username: string;
  displayName: string;
  password: string;
  token: string;
}

export const PASSWORD = 'tidal-gauge-47';
let passwordHash: Promise<string> | undefined;

/** Makes people and the smallest team: straight into the database, so that the trail begins empty. */
export class PeopleMaker {
  constructor(private readonly api: SpecApi) {}

  /** An active person with the given role, signed in. */
  async make(username: string, role: Role = 'member', timeZone = 'Europe/Berlin'): Promise<Person> {
    passwordHash ??= hash(PASSWORD);
    const displayName = `${username.charAt(0).toUpperCase()}${username.slice(1)} Person`;
    const [row] = await this.quietly<{ id: number }>(
      `INSERT INTO "user" (username, display_name, email, role, time_zone, password_hash)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [username, displayName, `${username}@example.com`, role, timeZone, await passwordHash],
    );
    const person = { id: row?.id ?? 0, username, displayName, password: PASSWORD, token: '' };
    return { ...person, token: await this.token(person) };
  }

  async team(): Promise<Record<'admin' | 'auditor' | 'lead' | 'member' | 'outsider', Person>> {
    return {
      admin: await this.make('admin', 'admin'),
      auditor: await this.make('auditor', 'auditor'),
      lead: await this.make('lead'),
      member: await this.make('member'),
      outsider: await this.make('outsider'),
    };
  }

  /** A project for a client of its own, with these people in it; nothing of it is in the trail. */
  async project(name: string, members: [Person, ProjectRole][] = []): Promise<ProjectView> {
    const admin = members[0]?.[0];
    const [client] = await this.quietly<{ id: number }>(
      'INSERT INTO client (name) VALUES ($1) RETURNING id',
      [`${name} client`],
    );
    const [project] = await this.quietly<ProjectView>(
      'INSERT INTO project (name, client_id, color) VALUES ($1, $2, $3) RETURNING *',
      [name, client?.id, '#2f7ed8'],
    );
    if (!project) throw new Error(`No project for ${admin?.username}`);
    for (const [person, role] of members) {
      await this.quietly(
        'INSERT INTO project_member (project_id, user_id, role) VALUES ($1, $2, $3)',
        [project.id, person.id, role],
      );
    }
    return project;
  }

  async token({ username, password }: Pick<Person, 'username' | 'password'>): Promise<string> {
    const answer = await this.api.anonymous.post<Session>('/auth/login', { username, password });
    if (answer.status !== 200) throw new Error(`Sign-in failed: ${answer.text}`);
    return answer.body.access_token;
  }

  /** Past the deferred triggers: preparation is not something that happened in the product. */
  private async quietly<T>(text: string, values: unknown[]): Promise<T[]> {
    await this.api.sql("SET session_replication_role = 'replica'");
    const rows = await this.api.sql<T>(text, values);
    await this.api.sql('RESET session_replication_role');
    return rows;
  }
}
