import { SignInFailures } from '@tidemark/api/accounts';
import type {
  ClientView,
  CommentView,
  InvoiceView,
  ProjectView,
  SavedFilterView,
  TaskView,
  TimeEntryTemplateView,
  TimeEntryView,
  InvitedUser,
} from '@tidemark/contracts';
import { Browser } from '../accounts/browser';
import { PASSWORD, type Person, type Requests, SpecApi } from '../support';

interface Made {
  id: number;
}

/** One walk through the product that does everything that can be done in it. A new kind of deed gets its step here. */
export class Tour {
  constructor(
    private readonly api: SpecApi,
    private readonly admin: Person,
    private readonly member: Person,
  ) {}

  async everything(): Promise<void> {
    const project = await this.projects();
    const task = await this.tasks(project);
    await this.time(project, task);
    await this.words(project, task);
    await this.invoices(project);
    await this.people();
    await this.office();
    await this.doors();
  }

  private async projects(): Promise<ProjectView> {
    const acme = await this.make<ClientView>('/clients', { name: 'Acme' });
    await this.send('PATCH', `/clients/${acme.id}`, { note: 'Pays late' });
    await this.send('POST', `/clients/${acme.id}/archive`);
    await this.send('POST', `/clients/${acme.id}/unarchive`);
    const project = await this.make<ProjectView>('/projects', {
      name: 'Apollo',
      client_id: acme.id,
    });
    const path = `/projects/${project.id}`;
    await this.send('PATCH', path, { hourly_rate: '80.00' });
    await this.send('POST', `${path}/members`, { user_id: this.member.id, role: 'member' });
    await this.send('PATCH', `${path}/members/${this.member.id}`, { role: 'lead' });
    await this.send('PUT', `${path}/favorite`);
    await this.send('DELETE', `${path}/favorite`);
    for (const reason of [undefined, 'quiet months']) {
      await this.send('POST', `${path}/archive`, { reason });
      await this.send('POST', `${path}/unarchive`, { reason });
    }
    await this.passing();
    return project;
  }

  /** What is made in order to be deleted. */
  private async passing(): Promise<void> {
    const client = await this.make<ClientView>('/clients', { name: 'Brief GmbH' });
    const project = await this.make<ProjectView>('/projects', {
      name: 'Brief',
      client_id: client.id,
    });
    const member = `/projects/${project.id}/members`;
    await this.send('POST', member, { user_id: this.member.id, role: 'member' });
    await this.send('DELETE', `${member}/${this.member.id}`);
    await this.send('DELETE', `/projects/${project.id}`);
    await this.send('DELETE', `/clients/${client.id}`);
  }

  private async tasks(project: ProjectView): Promise<TaskView> {
    const task = await this.make<TaskView>('/tasks', { name: 'Sails', project_id: project.id });
    const path = `/tasks/${task.id}`;
    for (const change of [
      { description: 'Two of them' },
      { status: 'in_progress' },
      { status: 'done' },
      { status: 'todo' },
      { assigned_to: this.member.id },
      { assigned_to: null },
    ]) {
      await this.send('PATCH', path, change);
    }
    const other = await this.make('/tasks', { name: 'Oars', project_id: project.id });
    await this.send('DELETE', `/tasks/${other.id}`);
    return task;
  }

  private async time({ id: project_id }: ProjectView, { id: task_id }: TaskView): Promise<void> {
    for (const work of [{ project_id }, { project_id, task_id }]) {
      const timed = await this.make<TimeEntryView>('/timers/start', work);
      await this.send('POST', '/timers/stop');
      await this.make(`/time-entries/${timed.id}/resume`);
      await this.send('POST', '/timers/stop');
      const entry = await this.make('/time-entries', { ...work, ...HOUR });
      await this.send('PATCH', `/time-entries/${entry.id}`, { note: 'Mended' });
      const reason = 'task_id' in work ? 'on the wrong day' : undefined;
      await this.send('DELETE', `/time-entries/${entry.id}`, { reason });
    }
    const template = await this.make<TimeEntryTemplateView>('/time-entry-templates', {
      name: 'Daily',
      project_id,
    });
    await this.send('PATCH', `/time-entry-templates/${template.id}`, { note: 'Stand-up' });
    await this.send('DELETE', `/time-entry-templates/${template.id}`);
  }

  private async words({ id: project }: ProjectView, { id: task }: TaskView): Promise<void> {
    for (const place of [`/projects/${project}`, `/tasks/${task}`]) {
      const said = await this.make<CommentView>(`${place}/comments`, { body: 'Ahoy' });
      await this.send('PATCH', `/comments/${said.id}`, { body: 'Ahoy!' });
      await this.send('DELETE', `/comments/${said.id}`);
    }
    const filter = await this.make<SavedFilterView>('/saved-filters', {
      name: 'Late edits',
      filter: { action: 'updated' },
    });
    await this.send('PATCH', `/saved-filters/${filter.id}`, { name: 'Edits' });
    await this.send('DELETE', `/saved-filters/${filter.id}`);
  }

  private async invoices({ client_id }: ProjectView): Promise<void> {
    const draft = {
      client_id,
      ...{ currency: 'EUR', issue_date: '2026-01-15', due_date: '2099-01-15' },
      lines: [{ description: 'Design', quantity: '1', unit_price: '80.00' }],
    };
    const invoice = await this.make<InvoiceView>('/invoices', draft);
    await this.send('PATCH', `/invoices/${invoice.id}`, { notes: 'Thank you' });
    await this.send('POST', `/invoices/${invoice.id}/send`, { to: 'ana@example.com' });
    const payment = { amount: '30.00', method: 'card' };
    const { payments } = await this.make<InvoiceView>(`/invoices/${invoice.id}/payments`, payment);
    const mistaken = `/invoices/${invoice.id}/payments/${payments[0]?.id}`;
    await this.send('POST', `${mistaken}/reverse`, { reason: 'Of another client' });
    const other = await this.make<InvoiceView>('/invoices', draft);
    await this.send('POST', `/invoices/${other.id}/status`, { status: 'sent' });
    const last = await this.make<InvoiceView>('/invoices', draft);
    await this.send('DELETE', `/invoices/${last.id}`);
  }

  private async people(): Promise<void> {
    const { user } = await this.make<InvitedUser & Made>('/users', {
      ...{ username: 'newcomer', display_name: 'New Comer', role: 'member' },
      email: 'newcomer@example.com',
    });
    for (const change of [
      { display_name: 'Newer Comer' },
      { role: 'auditor' },
      { is_active: false },
      { is_active: true },
    ]) {
      await this.send('PATCH', `/users/${user.id}`, change);
    }
    await this.send('POST', `/users/${user.id}/invitation`);
    const change = { current_password: PASSWORD, new_password: 'harbour-light-88' };
    await this.send('POST', '/me/password', change, this.api.as(this.member));
  }

  /** What is set for everybody. */
  private async office(): Promise<void> {
    await this.send('PATCH', '/settings', { late_edit_days: 40 });
    await this.send('POST', '/periods/2001-01/close');
    await this.send('POST', '/periods/2001-01/open', { reason: 'Forgot something' });
  }

  /** In and out, and at a locked door. */
  private async doors(): Promise<void> {
    const browser = new Browser(this.api);
    await browser.signIn(this.admin.username, PASSWORD);
    await browser.post('/auth/logout');
    for (let tries = 0; tries < 3; tries++) {
      await new Browser(this.api, '203.0.113.7').signIn(this.admin.username, 'wrong');
    }
    await this.api.app.get(SignInFailures).flush({ all: true });
  }

  private make<T extends Made = Made>(path: string, body: object = {}): Promise<T> {
    return this.send<T>('POST', path, body);
  }

  /** A step that fails ends the tour: what comes after it would not happen either. */
  private async send<T>(
    method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body: object = {},
    as: Requests = this.api.as(this.admin),
  ): Promise<T> {
    const answer = await as.send<T>(method, path, method === 'PUT' ? undefined : body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.body;
  }
}

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const HOUR = { started_at: ago(180), ended_at: ago(120) };
