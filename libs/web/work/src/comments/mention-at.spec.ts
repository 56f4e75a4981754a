import { mentionAt, withMention } from './mention-at';

describe('a mention that is being typed', () => {
  it.each([
    ['@', { from: 0, typed: '' }],
    ['Ask @be', { from: 4, typed: 'be' }],
    ['(@eve.b', { from: 1, typed: 'eve.b' }],
    ['One\n@Ö', { from: 4, typed: 'Ö' }],
    ['mail@be', null],
    ['@ben said', null],
    ['nobody', null],
  ])('in %j is %j', (text, found) => {
    expect(mentionAt(text, text.length)).toEqual(found);
  });

  it('ends at the cursor, whatever stands behind it', () => {
    expect(mentionAt('Ask @be and go', 7)).toEqual({ from: 4, typed: 'be' });
    expect(mentionAt('Ask @be and go', 6)).toEqual({ from: 4, typed: 'b' });
  });

  it('is completed in place, with one space behind it', () => {
    const start = { from: 4, typed: 'be' };
    expect(withMention('Ask @be', start, 'ben')).toEqual({ text: 'Ask @ben ', cursor: 9 });
    expect(withMention('Ask @be and go', start, 'ben')).toEqual({
      text: 'Ask @ben and go',
      cursor: 9,
    });
  });
});
