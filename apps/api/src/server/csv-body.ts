import { ProblemException } from '@tidemark/api/platform';
import { MAX_IMPORT_BYTES } from '@tidemark/contracts';
import type { FastifyInstance } from 'fastify';

/** CSV is read where a route asks for it by `@RouteConfig({ csv: true })`; elsewhere it is 415 like all but JSON. */
export function readCsvWhereAsked(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', async ({ headers, routeOptions }) => {
    const isCsv = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() === 'text/csv';
    if (isCsv && !(routeOptions.config as { csv?: boolean }).csv) {
      throw new ProblemException('unsupported-media-type', 'Send the body as application/json');
    }
  });
  fastify.addContentTypeParser(
    'text/csv',
    { parseAs: 'buffer', bodyLimit: MAX_IMPORT_BYTES },
    (_request, body, done) => done(null, body),
  );
}
