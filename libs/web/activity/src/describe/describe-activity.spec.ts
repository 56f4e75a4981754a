import type { ActivityView } from '@tidemark/contracts';
import fc from 'fast-check';
import { anActivity } from '../testing/an-activity';
import { describeActivity, sentenceOf } from './describe-activity';

const told = (given: Partial<ActivityView>) => describeActivity(anActivity({ id: 1, ...given }));
/** The sentence with the subject in [brackets] and other names in (parentheses). */
const marked = (given: Partial<ActivityView>) =>
  told(given)
    .phrases.map(({ text, kind }) =>
      kind === 'subject' ? `[${text}]` : kind === 'name' ? `(${text})` : text,
    )
    .join('');

describe('describeActivity', () => {
  it('tells a timer by project and task', () => {
    const started = {
      entity_type: 'time_entry',
      action: 'started',
      entity_name: 'Fix login',
      description: 'Started timer for Apollo - API',
    } as const;

    expect(marked(started)).toBe('started timer for [Apollo - API]');
  });

  it('leaves the duration of a stopped timer to its chip', () => {
    const stopped = {
      entity_type: 'time_entry',
      action: 'stopped',
      description: 'Stopped timer for Apollo - API - Duration: 1:15:20',
    } as const;

    expect(marked(stopped)).toBe('stopped timer for [Apollo - API]');
  });

  it('gives a reason its own line, and leaves the duration to its chip', () => {
    const deleted = {
      entity_type: 'time_entry',
      action: 'deleted',
      description: 'Deleted time entry for Apollo - 1:30: wrong project: sorry',
      extra_data: { reason: 'wrong project: sorry', duration_formatted: '1:30' },
    } as const;

    expect(marked(deleted)).toBe('deleted time entry for [Apollo]');
    expect(told(deleted).reason).toBe('wrong project: sorry');
  });

  it('tells of settings and months, with the reason on its own line', () => {
    const opened = {
      entity_type: 'setting',
      entity_name: 'January 2026',
      description: 'Opened period January 2026: Two hours are missing',
      extra_data: { period: '2026-01', reason: 'Two hours are missing' },
    } as const;
    expect(marked(opened)).toBe('opened period [January 2026]');
    expect(told(opened).reason).toBe('Two hours are missing');

    const changed = {
      entity_type: 'setting',
      entity_name: 'Time zone',
      description: 'Changed setting "Time zone" from UTC to Europe/Lisbon',
    } as const;
    expect(marked(changed)).toBe('changed setting [Time zone] from UTC to Europe/Lisbon');
  });

  it('marks the client of a new project, whatever the names contain', () => {
    const created = {
      entity_type: 'project',
      action: 'created',
      entity_name: 'Work "for" hire',
      description: 'Created project "Work "for" hire" for Acme',
    } as const;

    expect(marked(created)).toBe('created project [Work "for" hire] for (Acme)');
  });

  it('leaves the states to their chips', () => {
    const moved = {
      action: 'status_changed',
      entity_name: 'Rate limits',
      description: 'Changed task "Rate limits" status from todo to in_progress',
      extra_data: { old_status: 'todo', new_status: 'in_progress' },
    } as const;

    expect(marked(moved)).toBe('changed task [Rate limits]');
  });

  it.each([
    [
      { entity_name: 'Logo', description: 'Created task "Logo" in project "Apollo"' },
      'created task [Logo] in project (Apollo)',
    ],
    [
      {
        entity_name: 'Logo',
        description: 'Assigned task "Logo" to Ben Kaya',
        extra_data: { assigned_to: 2, assigned_to_name: 'Ben Kaya' },
      },
      'assigned task [Logo] to (Ben Kaya)',
    ],
    [
      {
        entity_type: 'project' as const,
        entity_name: 'Apollo',
        description: 'Added Ben Kaya to project "Apollo"',
        extra_data: { member_id: 2, member_name: 'Ben Kaya', role: 'member' },
      },
      'added (Ben Kaya) to project [Apollo]',
    ],
    [
      {
        entity_type: 'project' as const,
        entity_name: 'Apollo',
        description: 'Changed role of Ben Kaya in project "Apollo" to lead',
        extra_data: { member_id: 2, member_name: 'Ben Kaya', role: 'lead' },
        changes: [{ field: 'role', from: 'member', to: 'lead' }],
      },
      'changed role of (Ben Kaya) in project [Apollo]',
    ],
    [
      {
        entity_type: 'user' as const,
        entity_name: 'Ben Kaya',
        description: 'Changed role of user "ben" from member to admin',
        changes: [{ field: 'role', from: 'member', to: 'admin' }],
      },
      'changed role of user [ben]',
    ],
    [
      {
        entity_type: 'user' as const,
        action: 'sign_in_failed' as const,
        entity_name: 'Ben Kaya',
        description: 'Failed sign-in 3 times',
        extra_data: { count: 3 },
      },
      'failed sign-in as [Ben Kaya]',
    ],
    [{ entity_type: 'user' as const, entity_name: 'Ana', description: 'Signed in' }, 'signed in'],
  ])('marks the names in %j', (given, sentence) => {
    expect(marked(given)).toBe(sentence);
  });

  it('loses nothing but the quotes, whatever a description is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (description, entity_name) => {
        const letters = (text: string) => text.replaceAll('"', '').toLowerCase();
        const sentence = sentenceOf(told({ description, entity_name }));

        expect(letters(sentence)).toBe(letters(description));
      }),
    );
  });
});
