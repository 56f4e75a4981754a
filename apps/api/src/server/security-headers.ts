import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@tidemark/api/platform';

/** A strict content security policy for the web app; nothing of the API is kept by caches. */
export async function protectWithHeaders(
  app: NestFastifyApplication,
  config: Config,
): Promise<void> {
  await app.register(helmet, {
    enableCSPNonces: true,
    // Over plain http on a local network there is nothing to upgrade to.
    hsts: config.SECURE_COOKIES ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: config.SECURE_COOKIES,
    originAgentCluster: config.SECURE_COOKIES,
    referrerPolicy: { policy: 'no-referrer' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['angular', 'angular#components', 'angular#bundler'],
      },
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => {
      const isApi = request.url.startsWith('/api/');
      if (isApi && !reply.hasHeader('cache-control'))
        void reply.header('cache-control', 'no-store');
    });
}
