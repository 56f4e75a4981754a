import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const NONCE_PLACEHOLDER = '__CSP_NONCE__';
const NOT_PAGES = /^\/(?:api|health|metrics)(?:\/|$)/;

/** The single-page app: hashed files as they are; every other address gets index.html with a fresh nonce. */
export async function serveWeb(app: NestFastifyApplication, webRoot: string): Promise<void> {
  const index = await readFile(join(webRoot, 'index.html'), 'utf8');
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, {
    root: webRoot,
    index: false,
    wildcard: false,
    globIgnore: ['index.html'],
    // File names carry a hash of their content.
    immutable: true,
    maxAge: '1y',
  });
  fastify.get('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    if (NOT_PAGES.test(path) || /\.\w+$/.test(path)) return reply.callNotFound();
    return reply
      .header('cache-control', 'no-store')
      .type('text/html')
      .send(index.replaceAll(NONCE_PLACEHOLDER, reply.cspNonce.style));
  });
}
