import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import type { Me, ReviewedPeriodView, SettingsView } from '@tidemark/contracts';
import { visit } from '../testing/admin-harness';
import { ANA } from '../testing/people';
import { SettingsPage } from './settings-page';

const SETTINGS: SettingsView = { time_zone: 'Europe/Berlin', late_edit_days: 30 };

const month = (name: string, more: Partial<ReviewedPeriodView> = {}): ReviewedPeriodView => ({
  id: Number(name.replace('-', '')),
  month: name,
  is_closed: false,
  is_over: true,
  hours: 34.5,
  entry_count: 12,
  closed_at: null,
  closed_by: null,
  closed_by_display_name: null,
  ...more,
});
const CLOSED = month('2025-12', {
  is_closed: true,
  closed_at: '2026-01-05T09:00:00.000Z',
  closed_by: 1,
  closed_by_display_name: 'Ana Pereira',
});
const MONTHS = [month('2026-02', { is_over: false }), month('2026-01'), CLOSED];

const pageOf = (periods: ReviewedPeriodView[]) => ({
  periods,
  total: periods.length,
  pages: 1,
  current_page: 1,
  has_next: false,
  has_prev: false,
});

async function open({
  me = ANA,
  periods = MONTHS,
  settings = SETTINGS,
}: { me?: Me; periods?: ReviewedPeriodView[]; settings?: SettingsView } = {}) {
  const page = await visit('/settings', [{ path: 'settings', component: SettingsPage }], me);
  const answer = async () => {
    (await page.expectRequest('GET /api/settings')).flush(settings);
    (await page.expectRequest('GET /api/periods')).flush(pageOf(periods));
    await waitFor(() => expect(screen.queryByRole('status', { name: 'Loading' })).toBeNull());
  };
  await answer();
  return { ...page, answer };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const box = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const problem = (code: string, status: number, detail: string) =>
  [
    { type: `/problems/${code}`, title: '', status, detail, instance: '' },
    { status, statusText: 'Refused' },
  ] as const;

describe('the months', () => {
  it('say what is in them, and who closed which', async () => {
    await open();
    const rows = screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent);
    expect(rows).toEqual([
      expect.stringMatching(/February 2026.*34:30.*12.*Current/s),
      expect.stringMatching(/January 2026.*34:30.*12.*Open.*Close…/s),
      expect.stringMatching(/December 2025.*Closed.*Ana Pereira.*Reopen…/s),
    ]);
    expect(screen.queryByRole('button', { name: 'Close February 2026' })).toBeNull();
    const history = screen.getByRole('link', { name: 'Activity of January 2026' });
    expect(history.getAttribute('href')).toBe('/activity?entity_type=setting&entity_id=202601');
  });

  it('are closed after asking, with what is in them, and loaded again', async () => {
    const { server, expectRequest, answer } = await open();
    press('Close January 2026');
    const question = await screen.findByRole('alertdialog', { name: 'Close January 2026?' });
    expect(question.textContent).toContain('12 entries with 34:30 hours cannot change any more');
    press('Cancel');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    server.expectNone('/api/periods/2026-01/close');

    press('Close January 2026');
    await screen.findByRole('alertdialog');
    press('Close month');
    (await expectRequest('POST /api/periods/2026-01/close')).flush(month('2026-01'));
    expect(await screen.findByText('Closed January 2026')).toBeTruthy();
    await answer();
  });

  it('say whose timer is in the way', async () => {
    const { expectRequest } = await open();
    press('Close January 2026');
    await screen.findByRole('alertdialog');
    press('Close month');
    const sentence = 'A timer still runs: stop that of Ben Kaya first';
    (await expectRequest('POST /api/periods/2026-01/close')).flush(
      ...problem('conflict', 409, sentence),
    );
    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('open with a reason only', async () => {
    const { server, expectRequest } = await open();
    press('Reopen December 2025');
    const question = within(
      await screen.findByRole('alertdialog', { name: 'Open December 2025 again?' }),
    );
    press('Open month');
    server.expectNone('/api/periods/2025-12/open');
    fireEvent.input(question.getByLabelText('Reason'), { target: { value: ' Forgot one ' } });
    press('Open month');
    const request = await expectRequest('POST /api/periods/2025-12/open');
    expect(request.request.body).toEqual({ reason: 'Forgot one' });
  });

  it('are not there before there is time', async () => {
    await open({ periods: [] });
    expect(screen.getByText('No time yet')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('say that they could not be loaded, and try again', async () => {
    const { expectRequest } = await visit(
      '/settings',
      [{ path: 'settings', component: SettingsPage }],
      ANA,
    );
    (await expectRequest('GET /api/settings')).flush(SETTINGS);
    (await expectRequest('GET /api/periods')).flush('', { status: 503, statusText: 'Unavailable' });
    expect(await screen.findByText('The months could not be loaded')).toBeTruthy();
    press('Retry');
    (await expectRequest('GET /api/periods')).flush(pageOf(MONTHS));
    expect(await screen.findByText('January 2026')).toBeTruthy();
  });
});

describe('the rules of time', () => {
  const save = async (expectRequest: Awaited<ReturnType<typeof open>>['expectRequest']) => {
    press('Save');
    return expectRequest('PATCH /api/settings');
  };

  it('keep the zone while a month is closed', async () => {
    const { expectRequest } = await open();
    expect(box('Time zone').disabled).toBe(true);
    fireEvent.input(box('After how many days'), { target: { value: '14' } });
    const request = await save(expectRequest);
    expect(request.request.body).toEqual({ late_edit_days: 14 });
  });

  it('change the zone, and then the months are others', async () => {
    const { expectRequest, answer } = await open({ periods: MONTHS.slice(0, 2) });
    fireEvent.input(box('Time zone'), { target: { value: 'Asia/Tokyo' } });
    const request = await save(expectRequest);
    expect(request.request.body).toEqual({ time_zone: 'Asia/Tokyo', late_edit_days: 30 });
    request.flush({ ...SETTINGS, time_zone: 'Asia/Tokyo' });
    expect(await screen.findByText('Settings saved')).toBeTruthy();
    await answer();
  });

  it('say that a change never needs a reason', async () => {
    const { expectRequest } = await open();
    fireEvent.click(screen.getByLabelText('Changes of old entries need a reason'));
    expect(box('After how many days').disabled).toBe(true);
    const request = await save(expectRequest);
    expect(request.request.body).toEqual({ late_edit_days: null });
  });

  it.each(['', '-1', '3651', '1.5'])('are not sent with %j days', async (days) => {
    const { server } = await open();
    fireEvent.input(box('After how many days'), { target: { value: days } });
    press('Save');
    await waitFor(() =>
      expect(box('After how many days').getAttribute('aria-invalid')).toBe('true'),
    );
    server.expectNone('/api/settings');
  });

  it('show why the server refuses', async () => {
    const { expectRequest } = await open({ periods: [month('2026-01')] });
    const sentence = 'Months are closed in this time zone. Open them first, then change it';
    (await save(expectRequest)).flush(...problem('in-use', 409, sentence));
    expect((await screen.findByText(sentence)).closest('[role=alert]')).toBeTruthy();
  });

  it.each([
    [30, 'When its day is more than 30 days past'],
    [1, 'When its day is more than 1 day past'],
    [0, 'When its day is past'],
    [null, 'Never'],
  ])('are for reading only to an auditor: %s', async (late_edit_days, text) => {
    await open({ me: { ...ANA, role: 'auditor' }, settings: { ...SETTINGS, late_edit_days } });
    expect(screen.getByText(text)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: /Close|Open|Save/ })).toBeNull();
  });
});
