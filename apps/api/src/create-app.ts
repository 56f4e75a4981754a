import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';

const NONCE_PLACEHOLDER = '__CSP_NONCE__';

export async function createApp(
  databaseUrl: string,
  webRoot?: string,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forDatabase(databaseUrl),
    new FastifyAdapter(),
    {
      logger: ['error', 'warn'],
      forceCloseConnections: true,
    },
  );
  app.useGlobalPipes(
    new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }),
  );
  app.enableShutdownHooks();
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['angular', 'angular#components'],
      },
    },
  });
  if (webRoot) await serveWeb(app, webRoot);
  return app;
}

/** The single-page app: hashed files as they are; every other GET outside /api gets index.html with a fresh nonce. */
async function serveWeb(app: NestFastifyApplication, webRoot: string): Promise<void> {
  const index = await readFile(join(webRoot, 'index.html'), 'utf8');
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, {
    root: webRoot,
    index: false,
    wildcard: false,
    globIgnore: ['index.html'],
  });
  fastify.get('/*', (request, reply) => {
    if (request.url.startsWith('/api/') || /\.\w+$/.test(request.url.split('?')[0] ?? ''))
      return reply.callNotFound();
    return reply
      .header('cache-control', 'no-store')
      .type('text/html')
      .send(index.replaceAll(NONCE_PLACEHOLDER, reply.cspNonce.style));
  });
}
