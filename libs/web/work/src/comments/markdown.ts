import type { PersonView } from '@tidemark/contracts';
import { Marked, type RendererObject, type TokenizerAndRendererExtension } from 'marked';

const LINKED = new Set(['http:', 'https:', 'mailto:']);
const MENTION = /^@([a-z0-9._-]{2,50})/i;

/**
 * Markdown as HTML for `[innerHTML]`, where Angular sanitises it once more. HTML in the text is shown as text, links
 * lead to the web and to mailboxes only, and images become links: what somebody else chose is not fetched from here.
 * @param mentioned who is set off where the text says "@username"
 */
export function renderMarkdown(markdown: string, mentioned: readonly PersonView[] = []): string {
  const marked = new Marked({ gfm: true, breaks: true, renderer });
  if (mentioned.length > 0) marked.use({ extensions: [mentionsOf(mentioned)] });
  return marked.parse(markdown, { async: false });
}

const renderer: RendererObject = {
  html: ({ text }) => escape(text),
  // Below the headings of the page, whatever was written.
  heading({ tokens }) {
    return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`;
  },
  link({ href, tokens }) {
    return link(href, this.parser.parseInline(tokens));
  },
  image: ({ href, text }) => link(href, escape(text || href)),
  checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
};

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
      const at = text.search(/(?<![\w.@/-])@/);
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
