import { ENTITY_BADGES, historyOf } from './entity-badges';
import { anActivity } from './testing/an-activity';
import { aViewer } from './testing/a-viewer';

const viewer = aViewer({ role: 'admin' });
const place = (given: Partial<Parameters<typeof anActivity>[0]>) => {
  const activity = anActivity({ id: 1, ...given });
  return ENTITY_BADGES[activity.entity_type].route(activity, viewer);
};

describe('where a thing of the feed is opened', () => {
  it.each([
    ['project', '/projects'],
    ['task', '/tasks'],
    ['time_entry', '/time'],
    ['client', '/clients'],
    ['invoice', '/invoices'],
    ['user', '/people'],
  ] as const)('is the page of a %s, with its history', (entity_type, pages) => {
    const activity = anActivity({ id: 1, entity_type, entity_id: 12 });

    expect(place(activity)).toEqual({ commands: [pages, 12] });
    expect(historyOf(activity, viewer)).toEqual({
      commands: [pages, 12],
      queryParams: { tab: 'activity' },
    });
  });

  it('is nowhere for those who may not open it, and its history is in the feed', () => {
    const activity = anActivity({ id: 1, entity_type: 'client', entity_id: 12 });
    const member = aViewer({ role: 'member' });

    expect(ENTITY_BADGES.client.route(activity, member)).toBeNull();
    expect(historyOf(activity, member)).toEqual({
      commands: ['/activity'],
      queryParams: { entity_type: 'client', entity_id: 12 },
    });
  });

  it('is nowhere where the thing is not known', () => {
    const activity = anActivity({ id: 1, entity_type: 'user', entity_id: null });

    expect([place(activity), historyOf(activity, viewer)]).toEqual([null, null]);
  });

  it('is among the comments of the task that was commented on', () => {
    const extra_data = { comment_id: 3, task_id: 5 };

    expect(place({ entity_type: 'comment', project_id: 7, extra_data })).toEqual({
      commands: ['/tasks', 5],
      fragment: 'comments',
    });
  });

  it('is among the comments of the project that was commented on', () => {
    expect(place({ entity_type: 'comment', project_id: 7, extra_data: { comment_id: 3 } })).toEqual(
      {
        commands: ['/projects', 7],
        fragment: 'comments',
      },
    );
  });
});
