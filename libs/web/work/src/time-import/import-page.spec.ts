import { fireEvent, render, screen, within } from '@testing-library/angular';
import type { ImportLine, TimeImport } from '@tidemark/contracts';
import { type Answer, FakeApi, refuse } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { aPerson, aProject, NOON, onePage } from '../testing/samples';
import { ImportPage } from './import-page';
import { exampleCsv } from './import-words';

const ROUTE = 'POST /api/time-entries/import';
const settle = (ms = 700) => jest.advanceTimersByTimeAsync(ms);

function aLine(given: Partial<ImportLine> = {}): ImportLine {
  return {
    line: 2,
    project_name: 'Apollo',
    task_name: null,
    person: 'Ana Pereira',
    started_at: '2026-01-15T08:00:00.000Z',
    ended_at: '2026-01-15T09:30:00.000Z',
    duration_seconds: 5_400,
    note: 'Sketches',
    billable: true,
    errors: [],
    warnings: [],
    ...given,
  };
}

const BAD = aLine({
  line: 3,
  started_at: null,
  ended_at: null,
  duration_seconds: null,
  errors: [{ column: 'start', message: '“25:00” is no time of day' }],
});

function anImport(lines: ImportLine[], given: Partial<TimeImport> = {}): TimeImport {
  const count = (what: 'errors' | 'warnings') => lines.filter((line) => line[what].length).length;
  return {
    stored: false,
    batch_id: null,
    lines,
    totals: {
      lines: lines.length,
      lines_with_errors: count('errors'),
      lines_with_warnings: count('warnings'),
      duration_seconds: 5_400 * lines.length,
    },
    columns: ['date', 'start', 'end', 'project', 'task', 'note'],
    ignored_columns: [],
    ...given,
  };
}

async function openPage(answer: Answer) {
  jest.useFakeTimers({ now: NOON });
  const api = new FakeApi({
    [ROUTE]: answer,
    'GET /api/projects': () => ({ projects: [aProject()], ...onePage(1) }),
  });
  await render(ImportPage, { providers: provideWork(api, aPerson()) });
  await settle();
  return api;
}

const paste = async (text: string) => {
  fireEvent.input(screen.getByRole('textbox', { name: /Lines/ }), { target: { value: text } });
  await settle();
};
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const importButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Import/ });
const rowsOf = () => screen.getAllByRole('row').slice(1);

/** What a browser gives for a folder that is dropped. */
function unreadable(name: string): File {
  const arrayBuffer = () => Promise.reject(new DOMException('No', 'NotReadableError'));
  return Object.assign(new File(['x'], name), { arrayBuffer });
}

afterEach(() => jest.useRealTimers());

describe('the import of time', () => {
  it('shows what a pasted text would become, without storing it', async () => {
    const api = await openPage(() => anImport([aLine({ task_name: 'Design', billable: false })]));
    expect(api.sent).toEqual([]);
    await paste('date,start,end,project');

    expect(api.sent.map(({ body, params }) => [body, params])).toEqual([
      ['date,start,end,project', { dry_run: 'true' }],
    ]);
    expect(rowsOf()[0]?.textContent).toMatch(
      /2.*Thu 15 Jan.*09:00 – 10:30.*1:30.*Apollo.*Design.*Sketches.*Not billable/s,
    );
  });

  it('follows typing once it rests', async () => {
    const api = await openPage(() => anImport([aLine()]));
    for (const text of ['d', 'da', 'dat']) {
      fireEvent.input(screen.getByRole('textbox'), { target: { value: text } });
      await settle(50);
    }
    await settle();

    expect(api.bodies(ROUTE)).toEqual(['dat']);
  });

  it('imports nothing while a line is bad, and everything once it is mended', async () => {
    let lines = [aLine(), BAD];
    const api = await openPage(({ params }) =>
      params['dry_run'] ? anImport(lines) : anImport(lines, { stored: true, batch_id: 'b1' }),
    );
    await paste('bad');
    expect(importButton().disabled).toBe(true);
    expect(rowsOf()[1]?.textContent).toContain('Start: “25:00” is no time of day');

    lines = [aLine(), aLine({ line: 3 })];
    await paste('mended');
    expect(importButton().textContent?.trim()).toBe('Import 2 entries');
    await press('Import 2 entries');

    expect(api.sent.at(-1)).toMatchObject({ body: 'mended', params: {} });
    const done = screen.getByRole('heading', { name: '2 entries imported' });
    expect(document.activeElement).toBe(done);
    const href = (name: string) => screen.getByRole<HTMLAnchorElement>('link', { name }).href;
    expect(href('See the time')).toContain('/time?day=2026-01-15');
    expect(href('See the activity')).toContain('/activity?entity_type=time_entry');
  });

  it('finds the lines with errors among many', async () => {
    const good = Array.from({ length: 150 }, (_, at) => aLine({ line: at + 4 }));
    await openPage(() => anImport([...good, BAD]));
    await paste('many');
    expect(rowsOf()).toHaveLength(100);
    await press('Show more (51 left)');
    expect(rowsOf()).toHaveLength(151);
    await press('With errors 1');

    expect(rowsOf().map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('no time of day'),
    ]);
  });

  it('shows all again once the last bad line is mended', async () => {
    let lines = [aLine(), BAD];
    await openPage(() => anImport(lines));
    await paste('bad');
    await press('With errors 1');
    lines = [aLine(), aLine({ line: 3 })];
    await paste('mended');

    expect(rowsOf()).toHaveLength(2);
    expect(screen.queryByRole('group', { name: 'Lines shown' })).toBeNull();
  });

  it('warns of what is there already, and lets it be imported', async () => {
    const warnings = [{ column: null, message: 'There is an entry like this already' }];
    await openPage(() => anImport([aLine({ warnings })]));
    await paste('twice');

    expect(rowsOf()[0]?.textContent).toContain('There is an entry like this already');
    expect(importButton().disabled).toBe(false);
  });

  it('says whose each line is only where they are not of one person', async () => {
    await openPage(() => anImport([aLine(), aLine({ line: 3, person: 'Ben Kaya' })]));
    await paste('two people');

    expect(screen.getByRole('columnheader', { name: 'Person' })).toBeTruthy();
    expect(rowsOf()[1]?.textContent).toContain('Ben Kaya');
  });

  it('reads days as it is told, and leaves out columns', async () => {
    const api = await openPage(() => anImport([aLine()], { ignored_columns: ['Colour'] }));
    await paste('text');
    expect(screen.getByText('Not used: Colour')).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'mdy' } });
    await settle();
    const columns = within(screen.getByRole('group', { name: 'Columns to use' }));
    fireEvent.click(columns.getByRole('button', { name: 'Task' }));
    await settle();

    expect(api.sent.at(-1)?.params).toEqual({ dry_run: 'true', date_order: 'mdy', ignore: 'task' });
    expect(columns.getByRole('button', { name: 'Task' }).ariaPressed).toBe('false');
  });

  it('says of a file that cannot be read why', async () => {
    await openPage(refuse(400, 'validation-failed', 'The first line must name the columns'));
    await paste('hello');

    expect(screen.getByText('The first line must name the columns')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
  });

  it('takes a file, and shows its lines to be mended', async () => {
    const api = await openPage(() => anImport([aLine()]));
    const file = new File(['date,project\nÜber'], 'time.csv', { type: 'text/csv' });
    Object.assign(file, {
      arrayBuffer: async () => new TextEncoder().encode('date,project\nÜber').buffer,
    });
    fireEvent.change(screen.getByLabelText('Choose a file'), { target: { files: [file] } });
    await settle();

    expect(
      screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Lines of time.csv' }).value,
    ).toBe('date,project\nÜber');
    expect(api.bodies(ROUTE)).toEqual(['date,project\nÜber']);
  });

  it.each<[string, File, string]>([
    ['is empty', new File([], 'nothing.csv'), '“nothing.csv” is empty'],
    ['cannot be read', unreadable('folder'), '“folder” cannot be read'],
  ])('says so when a file %s, and sends nothing', async (_what, file, sentence) => {
    const api = await openPage(() => anImport([]));
    fireEvent.change(screen.getByLabelText('Choose a file'), { target: { files: [file] } });
    await settle();

    expect(screen.getByRole('alert').textContent?.trim()).toBe(sentence);
    expect(api.sent).toEqual([]);
  });

  it('does not send a file of more than 2 MB', async () => {
    const api = await openPage(() => anImport([]));
    const file = new File(['x'], 'large.csv');
    Object.defineProperty(file, 'size', { value: 3_000_000 });
    fireEvent.change(screen.getByLabelText('Choose a file'), { target: { files: [file] } });
    await settle();

    expect(screen.getByText('“large.csv” has more than 2 MB: divide it')).toBeTruthy();
    expect(api.sent).toEqual([]);
  });
});

it('has an example that speaks of a project that is there', () => {
  expect(exampleCsv({ name: 'Apollo, "new"', client_name: 'Acme' }).split('\r\n')[1]).toBe(
    '2026-01-15,9:00,10:30,"Apollo, ""new""",Acme,,Sketches for the start page,yes',
  );
});
