/** What people write beside their time, by the kind of work. */
export const NOTES = {
  Design: [
    'First sketches',
    'Two variants for the client',
    'Second round after feedback',
    'Flow on small screens',
    'Empty and error states',
    'Component specs for the build',
    'Cleaned up the file',
    '',
  ],
  Build: [
    'First version behind a flag',
    'Form validation',
    'Edge cases from the review',
    'Connected to the real API',
    'Refactored before it grows',
    'Loading and error states',
    'Paired on the tricky part',
    'Fixed what the tests found',
    'Upgraded a dependency that was in the way',
    '',
    '',
  ],
  Test: [
    'On iPhone and Android',
    'With a screen reader',
    'Slow connection',
    'Wrote browser tests',
    'Reproduced the bug from the support mail',
    'Regression round',
    '',
  ],
  Write: [
    'First draft',
    'Plain language pass',
    'Merged comments of the client',
    'Headlines and summaries',
    'Interview with the department',
    '',
  ],
  'Lay out': ['Grid and type', 'Placed images', 'Second proof', 'Fixed widows', ''],
  Proofread: ['First pass', 'Checked names and dates', 'Corrections entered', ''],
  Check: [
    'Keyboard only',
    'NVDA and VoiceOver',
    'Automated scan, then by hand',
    'Sample of twenty pages',
    '',
  ],
  Document: ['Findings with screenshots', 'Wrote the summary', 'Examples for the guide', ''],
  Prepare: ['Agenda', 'Notes and follow-ups', 'Went through applications', ''],
} as const;

export type Verb = keyof typeof NOTES;

/** What happens without a task. */
export const MEETINGS = [
  'Weekly call with the client',
  'Planning',
  'Demo for the client',
  'Questions by phone',
  'Kick-off',
  'Deployment',
] as const;

export const STUDIO_TIME = [
  'Stand-up',
  'Studio meeting',
  'Retrospective',
  'Lunch talk: container queries',
  'E-mail and planning',
  'One-to-one',
] as const;

export const DELETION_REASONS = [
  'Started by mistake',
  'Tracked twice',
  'Belongs to the entry before',
  'Not billable after all, agreed with the client',
  'Wrong day',
] as const;
