import { anEntry, aTimer } from '../testing/samples';
import { recentWork } from './recent-work';

describe('recent work', () => {
  it('names each thing once, the latest first, whether it was noted or is a task', () => {
    const entries = [
      aTimer({ id: 9, note: 'Running' }),
      anEntry({ id: 10, note: 'Of an archived project', can_edit: false }),
      anEntry({ id: 8, note: 'Planning' }),
      anEntry({ id: 7, note: '', task_id: 5, task_name: 'Rate limits' }),
      anEntry({ id: 6, note: 'rate limits', task_id: 5, task_name: 'Rate limits' }),
      anEntry({ id: 5, note: 'Planning', project_id: 4, project_name: 'Hermes' }),
      anEntry({ id: 4, note: 'Planning' }),
      anEntry({ id: 3, note: 'Too old' }),
    ];

    expect(recentWork(entries, 3).map(({ id }) => id)).toEqual([8, 7, 5]);
  });
});
