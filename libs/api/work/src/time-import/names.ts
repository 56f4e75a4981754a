import { Injectable } from '@nestjs/common';
import { Transactions, type Viewer } from '@tidemark/api/platform';
import { type KnownPerson, type KnownProject, type KnownTask, NameBook } from './name-book';

const PROJECTS = `
  SELECT project.id, project.name, client.name AS client_name, project.status = 'archived' AS is_archived,
    $2 OR coalesce(mine.role = 'lead', false) AS can_manage
  FROM project
  JOIN client ON client.id = project.client_id
  LEFT JOIN project_member mine ON mine.project_id = project.id AND mine.user_id = $1
  WHERE $2 OR mine.id IS NOT NULL`;

const TASKS = 'SELECT id, project_id, name FROM task WHERE project_id = ANY($1) ORDER BY id';

const SELF = `
  SELECT id, username, display_name, email, NULL AS project_id FROM "user" WHERE id = $1`;

const PEOPLE = `
  SELECT person.id, person.username, person.display_name, person.email, member.project_id
  FROM project_member member JOIN "user" person ON person.id = member.user_id
  WHERE member.project_id = ANY($1) AND person.is_active
  UNION ALL
  SELECT id, username, display_name, email, NULL FROM "user" WHERE role = 'admin' AND is_active`;

/** Looks up at once what a file can speak of. */
@Injectable()
export class Names {
  constructor(private readonly transactions: Transactions) {}

  async bookFor({ id, role }: Viewer): Promise<NameBook> {
    const projects = await this.rows<KnownProject>(PROJECTS, [id, role === 'admin']);
    const ids = projects.map((project) => project.id);
    const led = projects.filter(({ can_manage }) => can_manage).map((project) => project.id);
    const [self] = await this.rows<KnownPerson>(SELF, [id]);
    if (!self) throw new Error(`There is no person ${id}`);
    const tasks = await this.rows<KnownTask>(TASKS, [ids]);
    const people = led.length > 0 ? await this.rows<KnownPerson>(PEOPLE, [led]) : [];
    return new NameBook(self, projects, tasks, people);
  }

  private rows<T>(statement: string, values: unknown[]): Promise<T[]> {
    return this.transactions.manager.query(statement, values);
  }
}
