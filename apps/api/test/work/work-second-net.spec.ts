import type { TaskView } from '@tidemark/contracts';
import { WorkTeam } from './work-team';

const SECOND_TIMER = `
  INSERT INTO time_entry (user_id, project_id, source, started_at)
  SELECT user_id, project_id, 'timer', now() FROM time_entry`;
const ENDS_BEFORE_IT_STARTS = `UPDATE time_entry SET ended_at = started_at - interval '1 ms'`;

let team: WorkTeam;

beforeAll(async () => {
  team = await WorkTeam.start();
  const project_id = team.website.id;
  const body = { name: 'Task', project_id };
  const { id } = (await team.as('member').post<TaskView>('/tasks', body)).body;
  await team.as('member').post('/timers/start', { project_id, task_id: id });
  await team.as('member').put(`/projects/${project_id}/favorite`, {});
  await team.as('member').post(`/tasks/${id}/comments`, { body: 'Said' });
  await team.as('member').post('/time-entry-templates', { name: 'Kept', project_id });
  await team.as('admin').post('/periods/2001-02/close');
  await team.as('member').post('/saved-filters', { name: 'Kept', filter: { range: '7d' } });
});
afterAll(() => team.stop());

it.each([
  ['client', `UPDATE client SET name = 'x'`],
  ['client', `UPDATE client SET archived_at = now()`],
  ['project', `UPDATE project SET hourly_rate = 1`],
  ['project', `UPDATE project SET status = 'archived'`],
  ['project_member', `UPDATE project_member SET role = 'lead' WHERE role = 'member'`],
  ['project_member', 'DELETE FROM project_member'],
  ['project_favorite', 'DELETE FROM project_favorite'],
  ['task', 'UPDATE task SET assigned_to = created_by'],
  ['time_entry', 'UPDATE time_entry SET ended_at = now()'],
  ['time_entry', `UPDATE time_entry SET note = 'x'`],
  ['time_entry', 'DELETE FROM time_entry'],
  ['comment', `UPDATE comment SET body = 'Never said'`],
  ['comment', 'DELETE FROM comment'],
  ['time_entry_template', `UPDATE time_entry_template SET name = 'x'`],
  ['time_entry_template', 'DELETE FROM time_entry_template'],
  ['saved_filter', `UPDATE saved_filter SET scope = 'everybody'`],
  ['saved_filter', 'DELETE FROM saved_filter'],
  ['client', `INSERT INTO client (name) VALUES ('Silent')`],
  ['setting', `UPDATE setting SET value = '7' WHERE name = 'late_edit_days'`],
  ['closed_period', 'DELETE FROM closed_period'],
  [
    'closed_period',
    `INSERT INTO closed_period (id, begins_at, ends_at, closed_at, closed_by)
     SELECT 200101, '2001-01-01', '2001-02-01', now(), min(id) FROM "user"`,
  ],
])('commits no change of %s that has no activity: %s', async (table, statement) => {
  await expect(team.api.sql(statement)).rejects.toMatchObject({
    code: 'TM001',
    message: expect.stringContaining(`of ${table} `),
  });
});

it.each([
  ['a second running timer', 'time_entry_running_idx', SECOND_TIMER],
  ['an end before the start', 'time_entry_ended_at_check', ENDS_BEFORE_IT_STARTS],
  ['a status that is none', 'project_status_check', `UPDATE project SET status = 'gone'`],
  ['a reason without an archive', 'archived_reason', `UPDATE project SET archived_reason = 'x'`],
  ['a role that is none', 'project_member_role_check', `UPDATE project_member SET role = 'boss'`],
  ['a comment that says nothing', 'comment_body_check', `UPDATE comment SET body = ''`],
  ['a scope that is none', 'saved_filter_scope_check', `UPDATE saved_filter SET scope = 'all'`],
  ['a task that is neither', 'task_status_check', `UPDATE task SET status = 'Done'`],
  ['a month that is none', 'closed_period_id_check', 'UPDATE closed_period SET id = 200113'],
  [
    'a month without time',
    'closed_period_ends_at_check',
    'UPDATE closed_period SET ends_at = begins_at',
  ],
  ['a client with projects gone', 'project_client_id_fkey', 'DELETE FROM client'],
  ['a project with people gone', '_project_id_fkey', 'DELETE FROM project'],
  [
    'a person with a past gone',
    '_fkey',
    'DELETE FROM "user" WHERE id = (SELECT user_id FROM time_entry)',
  ],
])('never holds %s', async (_what, rule, statement) => {
  await expect(team.api.sql(statement)).rejects.toThrow(rule);
});
