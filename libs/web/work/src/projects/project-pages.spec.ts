import { fireEvent, render, screen, within } from '@testing-library/angular';
import type { Me, ProjectView } from '@tidemark/contracts';
import { FAKE_HISTORY } from '@tidemark/web/ui/testing';
import { Subject } from 'rxjs';
import { type Answer, FakeApi, refuse } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { aPerson, aProject, NOON, onePage } from '../testing/samples';
import { ProjectMembers } from './project-members';
import { ProjectPage } from './project-page';
import { ProjectsPage } from './projects-page';

function server(projects: ProjectView[], answers: Record<string, Answer> = {}) {
  return new FakeApi({
    'GET /api/projects': () => ({ projects, ...onePage(projects.length) }),
    'GET /api/clients': () => ({ clients: [{ id: 2, name: 'Acme GmbH' }], ...onePage(1) }),
    'GET /api/projects/3/members': () => ({
      members: [
        { id: 2, username: 'ben', display_name: 'Ben Kaya', role: 'member', is_active: true },
      ],
      ...onePage(1),
    }),
    ...answers,
  });
}

const settle = (ms = 400) => jest.advanceTimersByTimeAsync(ms);
const press = async (name: string | RegExp, role = 'button') => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settle();
};

async function renderProjects(api: FakeApi, me: Partial<Me>) {
  jest.useFakeTimers({ now: NOON });
  await render(ProjectsPage, { providers: provideWork(api, aPerson(me)) });
  await settle();
}

afterEach(() => jest.useRealTimers());

describe('the projects', () => {
  it.each<[string, Partial<Me>, Partial<ProjectView>, boolean, boolean]>([
    ['an administrator', { role: 'admin' }, {}, true, true],
    ['a lead', { is_lead: true }, {}, true, true],
    ['a member', {}, { can_manage: false, my_role: 'member' }, false, false],
    ['an auditor', { role: 'auditor' }, { can_manage: false, my_role: null }, false, false],
  ])('offer %s what that person may do', async (_who, me, project, creates, manages) => {
    await renderProjects(server([aProject(project)]), me);

    expect(screen.queryByRole('button', { name: 'New project' }) !== null).toBe(creates);
    expect(screen.queryByRole('button', { name: 'More for Apollo' }) !== null).toBe(manages);
  });

  it('can be deleted by administrators alone', async () => {
    await renderProjects(server([aProject()]), { is_lead: true });
    await press('More for Apollo');

    expect(screen.getByRole('menuitem', { name: 'Archive' })).toBeTruthy();
    expect(screen.queryByRole('menuitem', { name: 'Delete' })).toBeNull();
  });

  it('say why one with tracked time is not deleted', async () => {
    const why = '"Apollo" has 12 time entries. Archive it instead';
    const api = server([aProject()], { 'DELETE /api/projects/3': refuse(409, 'in-use', why) });
    await renderProjects(api, { role: 'admin' });
    await press('More for Apollo');
    await press('Delete', 'menuitem');
    await press('Delete');

    expect(screen.getByText(why)).toBeTruthy();
  });

  it('are archived with a reason', async () => {
    const api = server([aProject()], { 'POST /api/projects/3/archive': () => aProject() });
    await renderProjects(api, { role: 'admin' });
    await press('More for Apollo');
    await press('Archive', 'menuitem');
    fireEvent.input(screen.getByRole('textbox', { name: /Reason/ }), {
      target: { value: 'Contract ended' },
    });
    await press('Archive');

    expect(api.bodies('POST /api/projects/3/archive')).toEqual([{ reason: 'Contract ended' }]);
  });

  it('say one after the other what a star is to be, so that the last press counts', async () => {
    const set = new Subject<unknown>();
    const api = server([aProject()], {
      'PUT /api/projects/3/favorite': () => set,
      'DELETE /api/projects/3/favorite': () => null,
    });
    await renderProjects(api, {});
    const star = screen.getByRole('button', { name: 'Favourite: Apollo' });
    fireEvent.click(star);
    fireEvent.click(star);
    await settle();
    expect(api.bodies('DELETE /api/projects/3/favorite')).toHaveLength(0);

    set.next(null);
    await settle();
    expect(api.bodies('DELETE /api/projects/3/favorite')).toHaveLength(1);
    expect(star.getAttribute('aria-pressed')).toBe('false');
  });

  it('lose the star again when the server says no', async () => {
    const api = server([aProject()], {
      'PUT /api/projects/3/favorite': refuse(503, 'database-unavailable', 'Try again soon'),
    });
    await renderProjects(api, {});
    const star = screen.getByRole('button', { name: 'Favourite: Apollo' });
    fireEvent.click(star);
    expect(star.getAttribute('aria-pressed')).toBe('true');
    await settle();

    expect(star.getAttribute('aria-pressed')).toBe('false');
    expect(screen.getByText('Try again soon')).toBeTruthy();
  });

  it('keep the form with the reason at its field when one cannot be made', async () => {
    const message = 'There is a project with this name';
    const api = server([], {
      'POST /api/projects': refuse(409, 'duplicate', message, [
        { pointer: '/name', code: 'duplicate', message },
      ]),
    });
    await renderProjects(api, { role: 'admin' });
    fireEvent.click(screen.getAllByRole('button', { name: 'New project' })[0] as HTMLElement);
    await settle();
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.input(dialog.getByLabelText('Name'), { target: { value: 'Apollo' } });
    fireEvent.input(dialog.getByLabelText('Hourly rate'), { target: { value: '85,5' } });
    dialog.getByRole('combobox', { name: 'Client' }).focus();
    await settle();
    fireEvent.click(screen.getByRole('option', { name: 'Acme GmbH' }));
    await settle();
    fireEvent.click(dialog.getByRole('button', { name: 'Create project' }));
    await settle();

    expect(api.bodies('POST /api/projects')).toEqual([
      expect.objectContaining({ name: 'Apollo', client_id: 2, hourly_rate: '85.50' }),
    ]);
    expect(dialog.getByText(message)).toBeTruthy();
    expect(dialog.getByLabelText<HTMLInputElement>('Name').value).toBe('Apollo');
  });

  it('explain themselves to somebody who is in none', async () => {
    await renderProjects(server([]), {});

    expect(screen.getByText(/Ask a lead to add you/)).toBeTruthy();
  });
});

describe('a project', () => {
  it('that is not there leaves its history alone, with a way back', async () => {
    jest.useFakeTimers({ now: NOON });
    const api = server([], { 'GET /api/projects/9': refuse(404, 'not-found', 'No such project') });
    await render(ProjectPage, {
      inputs: { id: '9' },
      providers: [...provideWork(api), FAKE_HISTORY],
    });
    await settle();

    expect(screen.getByText(/History of project 9: activity,\s+alone/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Projects' })).toBeTruthy();
  });

  it('that is archived says why, and offers no change but unarchiving', async () => {
    jest.useFakeTimers({ now: NOON });
    const archived = aProject({ status: 'archived', archived_reason: 'Contract ended' });
    const api = server([], { 'GET /api/projects/3': () => archived });
    await render(ProjectPage, { inputs: { id: '3' }, providers: provideWork(api) });
    await settle();

    expect(screen.getByText(/archived: Contract ended/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });
});

describe('the members of a project', () => {
  async function renderMembers(api: FakeApi, project = aProject()) {
    jest.useFakeTimers({ now: NOON });
    await render(ProjectMembers, { inputs: { project }, providers: provideWork(api) });
    await settle();
  }
  const role = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Role of Ben Kaya' });

  it('keep their role when the server refuses a new one', async () => {
    const api = server([], {
      'PATCH /api/projects/3/members/2': refuse(403, 'forbidden', 'Only leads may'),
    });
    await renderMembers(api);
    fireEvent.change(role(), { target: { value: 'lead' } });
    await settle();

    expect(role().value).toBe('member');
    expect(screen.getByText('Only leads may')).toBeTruthy();
  });

  it('are told apart from those who were deactivated', async () => {
    const gone = { id: 4, username: 'dora', display_name: 'Dora Lund', role: 'member' };
    const api = server([], {
      'GET /api/projects/3/members': () => ({
        members: [
          { ...gone, is_active: false },
          { ...gone, id: 5, username: 'emil', display_name: 'Emil Berg', is_active: true },
        ],
        ...onePage(2),
      }),
    });
    await renderMembers(api);
    const [dora, emil] = screen.getAllByRole('listitem').map(({ textContent }) => textContent);

    expect(dora).toContain('Deactivated');
    expect(emil).not.toContain('Deactivated');
  });

  it('are only shown to those who do not manage it', async () => {
    await renderMembers(server([]), aProject({ can_manage: false }));

    expect(screen.getByText('Ben Kaya')).toBeTruthy();
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
