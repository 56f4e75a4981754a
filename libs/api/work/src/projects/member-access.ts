import { Injectable } from '@nestjs/common';
import type { ProjectAccess } from '@tidemark/api/activity';
import { Sql } from '@tidemark/api/platform';

/** Answers the feed's one question by one index of `project_member`. */
@Injectable()
export class MemberAccess implements ProjectAccess {
  constructor(private readonly sql: Sql) {}

  async projectsOf(userId: number): Promise<number[]> {
    const rows = await this.sql.rows<{ project_id: number }>(
      'projects-of',
      'SELECT project_id FROM project_member WHERE user_id = $1 ORDER BY project_id',
      [userId],
    );
    return rows.map(({ project_id }) => project_id);
  }

  async leadsAny(userId: number): Promise<boolean> {
    const rows = await this.sql.rows(
      'leads-any',
      `SELECT FROM project_member WHERE user_id = $1 AND role = 'lead' LIMIT 1`,
      [userId],
    );
    return rows.length > 0;
  }
}
