import fc from 'fast-check';
import { ROLES } from '@tidemark/contracts';
import {
  ACTIVE_FILTERS,
  type PeopleAddress,
  readAddress,
  toAddress,
  toQuery,
} from './people-query';

const list = fc.record({
  q: fc.string(),
  role: fc.constantFrom('' as const, ...ROLES),
  show: fc.constantFrom(...ACTIVE_FILTERS),
  sort: fc.constantFrom('display_name', '-display_name', '-last_sign_in_at', 'created_at'),
  page: fc.integer({ min: 1, max: 999_999 }),
});

describe('the list of people in the address', () => {
  it('comes back from the address as it went in', () => {
    fc.assert(
      fc.property(list, (before) => {
        const address = Object.fromEntries(
          Object.entries(toAddress(before))
            .filter(([, value]) => value !== null)
            .map(([key, value]) => [key, String(value)]),
        ) as PeopleAddress;
        expect(readAddress(address)).toEqual(before);
      }),
    );
  });

  it('ignores what makes no sense', () => {
    const address = { role: 'king', show: 'none', sort: 'password', page: '-1' };
    expect(readAddress(address)).toEqual(readAddress({}));
    expect(readAddress({ page: '1e9' }).page).toBe(1);
  });

  it('shows those who can sign in unless asked otherwise', () => {
    expect(toQuery(readAddress({}))).toMatchObject({
      is_active: true,
      sort: 'display_name',
      page: 1,
    });
    expect(toQuery(readAddress({ show: 'inactive' })).is_active).toBe(false);
    expect(toQuery(readAddress({ show: 'all' }))).not.toHaveProperty('is_active');
  });
});
