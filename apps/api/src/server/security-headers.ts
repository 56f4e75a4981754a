import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@tidemark/api/platform';

/** The reader of the API document brings a style sheet within its page, and knows nothing of Trusted Types. */
const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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
      if (request.url.startsWith('/api/docs')) {
        void reply.header('content-security-policy', DOCS_POLICY);
      }
      if (isApi && !reply.hasHeader('cache-control'))
        void reply.header('cache-control', 'no-store');
    });
}
