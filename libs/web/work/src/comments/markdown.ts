import type { PersonView } from '@tidemark/contracts';
import {
  Marked,
  type RendererObject,
  type Token,
  type TokenizerAndRendererExtension,
} from 'marked';

const LINKED = new Set(['http:', 'https:', 'mailto:']);
const MENTION = /^@([a-z0-9._-]{2,50})(?![\p{L}\p{N}_])/iu;

/** Beyond so many signs of emphasis the time to pair them grows by their square. */
const MOST_SIGNS = 1_200;
/** Deeper quotes and lists than these exhaust the stack of the parser, and say nothing to a reader. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){24}/m;

/**
 * Markdown as HTML for `[innerHTML]`, where Angular sanitises it once more. HTML in the text is shown as text, links
 * lead to the web and to mailboxes only, and images become links: what somebody else chose is not fetched from here.
 * What is written to keep a browser busy, or would show nothing at all, is shown as it was typed.
 * @param mentioned who is set off where the text says "@username"
 */
export function renderMarkdown(markdown: string, mentioned: readonly PersonView[] = []): string {
  if (isIntricate(markdown)) return asTyped(markdown);
  const marked = new Marked({ gfm: true, breaks: true, renderer });
  if (mentioned.length > 0) marked.use({ extensions: [mentionsOf(mentioned)] });
  return marked.parse(markdown, { async: false }).trim() || asTyped(markdown);
}

const isIntricate = (markdown: string) =>
  (markdown.match(/[*_~]/g)?.length ?? 0) > MOST_SIGNS || TOO_DEEP.test(markdown);

const asTyped = (text: string) => `<p>${escape(text).replaceAll('\n', '<br>')}</p>`;

const renderer: RendererObject = {
  html: ({ text }) => escape(text),
  // Below the headings of the page, whatever was written.
  heading({ tokens }) {
    return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`;
  },
  link({ href, tokens }) {
    return link(href, this.parser.parseInline(tokens.map(withoutImage)));
  },
  image: ({ href, text }) => link(href, escape(text || href)),
  checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
};

/** An image within a link would be a link within a link: its words remain. */
function withoutImage(token: Token): Token {
  if (token.type === 'image')
    return { type: 'text', raw: token.raw, text: token['text'] as string };
  return 'tokens' in token && token.tokens
    ? { ...token, tokens: token.tokens.map(withoutImage) }
    : token;
}

/** @param inner HTML */
function link(href: string, inner: string): string {
  const url = URL.parse(href);
  if (!url || !LINKED.has(url.protocol)) return inner;
  return `<a href="${escape(url.href)}" target="_blank" rel="noopener noreferrer nofollow">${inner}</a>`;
}

function mentionsOf(mentioned: readonly PersonView[]): TokenizerAndRendererExtension {
  const people = new Map(mentioned.map((person) => [person.username, person]));
  return {
    name: 'mention',
    level: 'inline',
    start: (text) => {
      // Asked before every piece of text: most have none, which is quickly known.
      const at = text.includes('@') ? text.search(/(?<![\w.@/-])@/) : -1;
      return at < 0 ? undefined : at;
    },
    tokenizer(text) {
      const name = known(people, MENTION.exec(text)?.[1] ?? '');
      if (name === undefined) return undefined;
      return { type: 'mention', raw: text.slice(0, name.length + 1), name };
    },
    renderer: ({ raw, name }) => {
      const title = escape(people.get(String(name))?.display_name ?? '');
      return `<strong class="mention" title="${title}">${escape(raw)}</strong>`;
    },
  };
}

/** The name that is meant; a full stop at its end may belong to the sentence. */
function known(people: ReadonlyMap<string, PersonView>, written: string): string | undefined {
  let name = written.toLowerCase();
  while (name !== '' && !people.has(name)) {
    if (!/[._-]$/.test(name)) return undefined;
    name = name.slice(0, -1);
  }
  return name || undefined;
}

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? sign);
