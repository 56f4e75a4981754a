import type { Verb } from './notes';

/** What people write below tasks. "@lead" and "@who" stand for whom it is meant for. */
interface Remarks {
  /** To the lead, by somebody who begins. */
  questions: readonly string[];
  /** To the lead, by somebody who has finished. */
  results: readonly string[];
  /** By the lead, to somebody who thought so. */
  findings: readonly string[];
}

const SCREENS: Remarks = {
  questions: [
    '@lead Does this have to work on the old kiosks too? They are 1024 wide and not getting wider.',
    'The API answers `null` where its document says it cannot. @lead, ask them or guard against it?',
    '@lead Is the wording final? The button is two words too small for what is there now.',
    '@lead May I change the form markup here? The error messages would become a lot simpler.',
    '@lead Which phones do they have on their list? I would take:\n\n- iPhone SE\n- Pixel 7\n- a Samsung that nobody admits to owning',
    'Last year’s version had a second step here. @lead, forgotten or dropped?',
  ],
  results: [
    'Ready, @lead. Left for another day:\n\n- the translations\n- the empty state, which is still a guess',
    '@lead Tests are green, and I have tried it on a phone with one bar.',
    'Done as far as I can see. @lead, please look at the tab order with fresh eyes.',
    'The change looks large because two files moved. @lead, begin with the second commit.',
    '@lead Works. It is **not** fast with more than 500 rows, but nobody has 500 rows.',
    'Ready for review, @lead. The flicker on Safari is gone; do not ask how.',
  ],
  findings: [
    '@who Nearly. Two things before this is done:\n\n1. the focus is lost after saving\n2. the error text blames the reader',
    '@who On my screen the last row is cut off at 390 px.',
    '@who The client has seen it and wants the old order of the fields. I know.',
    '@who With a screen reader the table reads as one very long word.',
    '@who Good, but “Something went wrong” is not something a person can act on.',
  ],
};

const PAPER: Remarks = {
  questions: [
    '@lead Who signs this off? Two people there have corrected each other so far.',
    '@lead The text is 40 lines longer than the grid. Shorten, or another page?',
    '@lead British or American spelling? They use both, in one paragraph.',
  ],
  results: [
    'Ready, @lead. Names checked against their list, which has two mistakes itself.',
    '@lead Done. I have kept “uncover”, they insist on it.',
    'Second proof is in the folder, @lead. The first one can go.',
  ],
  findings: [
    '@who Page numbers restart at 1 after the plates.',
    '@who Two widows, and the caption belongs to the picture before.',
  ],
};

const OFFICE: Remarks = {
  questions: [
    '@lead How much of this should go in, and who reads it?',
    '@lead Is last year’s version the template, or the warning?',
  ],
  results: [
    'Done, @lead. Shorter than last year, which I think is the point.',
    '@lead It is in the folder. Two figures are marked because I do not believe them.',
  ],
  findings: ['@who Right, but the summary has to come first.', '@who Half as long, please.'],
};

const BY_VERB: Partial<Record<Verb, Remarks>> = {
  Write: PAPER,
  'Lay out': PAPER,
  Proofread: PAPER,
  Check: OFFICE,
  Document: OFFICE,
  Prepare: OFFICE,
};

export const remarksOn = (verb: Verb): Remarks => BY_VERB[verb] ?? SCREENS;

export const ANSWERS = [
  '@who I have asked them. Until they answer: the simple way.',
  '@who Good question. The minutes say **not in this round**.',
  '@who The short answer is no. The long one took them an hour.',
  '@who Your choice. Leave a line in the notes on why.',
  '@who As we did on the last one, please, so that nobody has to think about it.',
] as const;
