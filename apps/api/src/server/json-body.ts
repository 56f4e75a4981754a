import { ProblemException } from '@tidemark/api/platform';
import type { FastifyInstance } from 'fastify';
import secureJson from 'secure-json-parse';

/** Objects and lists may lie within each other so deep; nothing in the API needs more than three. */
const MAX_DEPTH = 20;

/** Only `application/json` is read; everything else is 415, unless a parser is added for it. */
export function readJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addHook('preParsing', async (request) => {
    const encoding = request.headers['content-encoding'];
    if (encoding && encoding !== 'identity') {
      throw new ProblemException('unsupported-media-type', 'Send the body without compression');
    }
  });
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (_request, body, done) => {
      try {
        done(null, parse(String(body)));
      } catch (error) {
        done(error as Error, undefined);
      }
    },
  );
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  if (tooDeep(text)) throw new ProblemException('malformed-json', 'The JSON is nested too deeply');
  try {
    return secureJson.parse(text, null, { protoAction: 'error', constructorAction: 'error' });
  } catch {
    throw new ProblemException('malformed-json', 'The body is not valid JSON');
  }
}

/** Counts brackets outside of texts, before anything recursive sees the body. */
function tooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted && sign === '\\') at++;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '{' || sign === '[') && ++depth > MAX_DEPTH) return true;
    else if (!quoted && (sign === '}' || sign === ']')) depth--;
  }
  return false;
}
