import { ENTITY_BADGES } from './entity-badges';
import { anActivity } from './testing/an-activity';
import { aViewer } from './testing/a-viewer';

const viewer = aViewer({ role: 'admin' });
const place = (given: Partial<Parameters<typeof anActivity>[0]>) => {
  const activity = anActivity({ id: 1, ...given });
  return ENTITY_BADGES[activity.entity_type].route(activity, viewer);
};

describe('where a thing of the feed is opened', () => {
  it('is the task that was commented on, beside which its comments are', () => {
    const commented = { entity_type: 'comment', entity_name: 'Logo', project_id: 7 } as const;

    expect(place({ ...commented, description: 'Commented on task "Logo"' })).toEqual({
      commands: ['/tasks'],
      queryParams: { project_id: 7, q: 'Logo', status: 'all' },
    });
  });

  it('is the project that was commented on, whatever its name says', () => {
    const entity_name = 'Work on task "Logo"';
    const description = `Edited a comment on project "${entity_name}"`;

    expect(place({ entity_type: 'comment', entity_name, project_id: 7, description })).toEqual({
      commands: ['/projects', 7],
    });
  });

  it.each(['task', 'client', 'user'] as const)(
    'is found by as much of the name of a %s as a search takes',
    (entity_type) => {
      const entity_name = '😀'.repeat(255);

      expect(place({ entity_type, entity_name })?.queryParams?.['q']).toBe('😀'.repeat(200));
    },
  );
});
