import type { ActivityView } from '@tidemark/contracts';
import { anActivity } from '../testing/an-activity';
import { feedItems } from './feed-items';
import { feedDays } from './row-groups';

const batched = (id: number, batch_size = 12): ActivityView =>
  anActivity({ id, batch_id: 'b1', extra_data: { batch_size } });
const items = (rows: ActivityView[], hasMore: boolean, opened: number[] = []) =>
  feedItems(feedDays(rows, 'UTC', hasMore), new Set(opened)).flatMap((day) => day.items);

describe('a bulk change of which one row is loaded', () => {
  it('is a sentence already at the end of the page: the others follow', () => {
    const [row, sentence] = items([anActivity({ id: 9 }), batched(8)], true);
    expect(row?.activity?.id).toBe(9);
    expect(sentence).toMatchObject({ key: 'group-b1', activity: null });
  });

  it('is a row where nothing can follow: the filter left the others out', () => {
    expect(items([batched(8)], false)[0]?.activity?.id).toBe(8);
    expect(items([batched(8), anActivity({ id: 7 })], true)[0]?.activity?.id).toBe(8);
  });
});

it('stays the same article, and open, while more of a bulk change is loaded', () => {
  const before = items([batched(9), batched(8)], true, [9, 8]);
  const after = items([batched(9), batched(8), batched(7)], true, [9, 8]);

  expect(before.map(({ key }) => key)).toEqual(['group-b1', '9', '8']);
  expect(after.map(({ key }) => key)).toEqual(['group-b1', '9', '8', '7']);
});
