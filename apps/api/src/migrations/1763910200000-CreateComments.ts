import { requireActivity } from '@tidemark/api/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comments on projects and on their tasks. */
export class CreateComments1763910200000 implements MigrationInterface {
  readonly name = 'CreateComments1763910200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COMMENT);
    const audited = ['body', 'project_id', 'task_id', 'edited_at'];
    await requireActivity(runner, 'comment', 'comment', audited);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE comment');
  }
}

const COMMENT = `
  CREATE TABLE comment (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id int NOT NULL REFERENCES project ON DELETE RESTRICT,
    task_id int,
    author_id int NOT NULL REFERENCES "user" ON DELETE RESTRICT,
    body text NOT NULL CONSTRAINT comment_body_check CHECK (body <> ''),
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    edited_at timestamptz(3),
    FOREIGN KEY (task_id, project_id) REFERENCES task (id, project_id) ON DELETE RESTRICT
  );
  CREATE INDEX comment_project_id_created_at_idx ON comment (project_id, created_at);
  CREATE INDEX comment_task_id_created_at_idx ON comment (task_id, created_at)`;
