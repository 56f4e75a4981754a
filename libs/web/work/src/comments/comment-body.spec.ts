import { TestBed } from '@angular/core/testing';
import { render } from '@testing-library/angular';
import { CommentBody } from './comment-body';

const ben = { id: 2, username: 'ben', display_name: 'Ben "B" <Kaya>' };
const eve = { id: 3, username: 'eve.b', display_name: 'Eve' };

async function show(body: string): Promise<HTMLElement> {
  TestBed.resetTestingModule();
  const { container } = await render(CommentBody, { inputs: { body, mentions: [ben, eve] } });
  return container as HTMLElement;
}
const html = async (body: string) =>
  (await show(body)).querySelector('.tm-comment-text')?.innerHTML.trim();

describe('a comment that attacks', () => {
  beforeEach(() => Reflect.deleteProperty(globalThis, 'attacked'));

  it.each([
    '<img src=x onerror="globalThis.attacked=1">',
    '<IMG SRC=javascript:alert(1)>',
    '<script>globalThis.attacked=1</script>',
    '<svg onload="globalThis.attacked=1"><script>globalThis.attacked=1</script></svg>',
    '<svg><a xlink:href="javascript:globalThis.attacked=1"><text>x</text></a></svg>',
    '<math><mi xlink:href="javascript:globalThis.attacked=1">x</mi></math>',
    '<iframe srcdoc="<script>parent.attacked=1</script>"></iframe>',
    '<a href="javascript:globalThis.attacked=1">x</a>',
    '<div style="position:fixed;inset:0" onclick="globalThis.attacked=1">x</div>',
    '<form action="https://evil.test"><input name="password"><button>Sign in</button></form>',
    '<details open ontoggle="globalThis.attacked=1">x</details>',
    '<base href="https://evil.test">',
    '<style>body { display: none }</style>',
    '`<img src=x onerror=globalThis.attacked=1>`',
    '```\n</code></pre><img src=x onerror=globalThis.attacked=1>\n```',
    '```"><img src=x onerror=globalThis.attacked=1>\ncode\n```',
    '[x](javascript:globalThis.attacked=1)',
    '[x](JaVaScRiPt:globalThis.attacked=1)',
    '[x](&#106;avascript:globalThis.attacked=1)',
    '[x](java\tscript:globalThis.attacked=1)',
    '[x](data:text/html,<script>globalThis.attacked=1</script>)',
    '[x](vbscript:msgbox(1))',
    '[x](//evil.test)',
    '<javascript:globalThis.attacked=1>',
    '[x]: javascript:globalThis.attacked=1\n\n[x]',
    '![x](javascript:globalThis.attacked=1)',
    '![x" onerror="globalThis.attacked=1](y)',
    '[x](https://a.test "t\\" onmouseover=\\"globalThis.attacked=1")',
    '[x](https://a.test/" onmouseover="globalThis.attacked=1)',
    '@ben<img src=x onerror=globalThis.attacked=1>',
    '| a |\n|---|\n| <img src=x onerror=globalThis.attacked=1> |',
  ])('is harmless: %s', async (body) => {
    const shown = await show(body);
    const elements = [...shown.querySelectorAll('.tm-comment-text *')];
    const harmful = elements.filter((element) =>
      /^(img|script|svg|math|iframe|form|input|button|details|base|style|object|embed)$/i.test(
        element.tagName,
      ),
    );
    const attributes = elements.flatMap((element) => [...element.attributes]);
    const links = elements.filter(({ tagName }) => tagName === 'A') as HTMLAnchorElement[];

    expect(harmful).toEqual([]);
    expect(
      attributes.filter(({ name }) => /^on|^style$|href/i.test(name) && name !== 'href'),
    ).toEqual([]);
    expect(links.filter(({ href }) => !/^(https?|mailto):/.test(href))).toEqual([]);
    expect('attacked' in globalThis).toBe(false);
  });

  it('is shown as the text that it is', async () => {
    const shown = await show('Look: <img src=x onerror=alert(1)> and [here](javascript:alert(1))');

    expect(shown.textContent?.trim()).toBe('Look: <img src=x onerror=alert(1)> and here');
  });
});

describe('a comment that is written to keep browsers busy', () => {
  it.each([
    ['quotes without end', '> '.repeat(4_900)],
    ['lists within lists without end', '- '.repeat(4_900)],
    ['lists and quotes by turns', '>- '.repeat(3_300)],
    ['numbers within numbers', '1. '.repeat(3_300)],
    ['emphasis that never closes', '_*a'.repeat(3_300)],
  ])('is shown as it was typed: %s', async (_what, body) => {
    const shown = await show(`${body}x`);

    expect(shown.textContent?.trim()).toBe(`${body}x`);
  });

  it('may still quote what quotes something', async () => {
    expect((await show('> > > x')).querySelectorAll('blockquote')).toHaveLength(3);
  });
});

describe('a comment', () => {
  it('shows what it is when its markup would show nothing', async () => {
    expect((await show('[x]: https://a.test')).textContent?.trim()).toBe('[x]: https://a.test');
  });

  it('leads where a picture would have led, and has no link within a link', async () => {
    const shown = await show('[**![Build](https://a.test/b.png)**](https://b.test)');
    const links = [...shown.querySelectorAll('a')];

    expect(links.map(({ href, textContent }) => [href, textContent])).toEqual([
      ['https://b.test/', 'Build'],
    ]);
  });

  it('is formatted', async () => {
    expect(await html('**Bold**, *soft* and `code`')).toBe(
      '<p><strong>Bold</strong>, <em>soft</em> and <code>code</code></p>',
    );
    expect(await html('One\ntwo')).toBe('<p>One<br>two</p>');
    const list = (await show('- [x] done\n- [ ] to do')).querySelectorAll('li');
    expect([...list].map(({ textContent }) => textContent?.trim())).toEqual(['☑ done', '☐ to do']);
  });

  it('has no headings among those of the page, and no images from elsewhere', async () => {
    const shown = await show('# Loud\n\n![A chart](https://a.test/chart.png)');

    expect(shown.querySelector('h1, h2, h3, img')).toBeNull();
    expect(shown.querySelector('a')?.href).toBe('https://a.test/chart.png');
    expect(shown.querySelector('a')?.textContent).toBe('A chart');
  });

  it('leads to the web in a tab of its own that knows nothing of this one', async () => {
    const [link] = (await show('See https://a.test/?x=1&y=<2>')).getElementsByTagName('a');

    expect(link?.href).toMatch(/^https:\/\/a\.test\/\?x=1&y=/);
    expect([link?.target, link?.rel]).toEqual(['_blank', 'noopener noreferrer nofollow']);
    expect((await show('<mail@a.test>')).querySelector('a')?.href).toBe('mailto:mail@a.test');
  });

  it('sets off those whom it mentions, and nobody else', async () => {
    const shown = await show('Ask @ben or @eve.b. Not @carl, @benö, ben@ben.test or `@ben`.');
    const mentions = [...shown.querySelectorAll<HTMLElement>('.mention')];

    expect(mentions.map(({ textContent, title }) => [textContent, title])).toEqual([
      ['@ben', 'Ben "B" <Kaya>'],
      ['@eve.b', 'Eve'],
    ]);
  });
});
