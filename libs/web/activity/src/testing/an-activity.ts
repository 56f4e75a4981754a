import type { ActivityView } from '@tidemark/contracts';

/** An activity as the server would answer it; what matters to a test is said by the test. */
export function anActivity(given: Partial<ActivityView> & { id: number }): ActivityView {
  return {
    user_id: 1,
    username: 'ana',
    display_name: 'Ana Pereira',
    action: 'updated',
    entity_type: 'task',
    entity_id: given.id,
    entity_name: `Task ${given.id}`,
    project_id: 7,
    description: `Updated task "${given.entity_name ?? `Task ${given.id}`}"`,
    extra_data: {},
    changes: [],
    created_at: '2026-11-23T09:00:00.000Z',
    source: 'person',
    batch_id: null,
    ...given,
  };
}
