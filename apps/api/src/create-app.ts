import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, InputPipe, NoParametersGuard, ProblemFilter } from '@tidemark/api/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module';
import { Metrics } from './operations/metrics';
import { readCsvWhereAsked } from './server/csv-body';
import { readJsonOnly } from './server/json-body';
import { logRequests, NestLogger, serverLogger } from './server/logging';
import { serveApiDocument } from './server/openapi';
import { protectWithHeaders } from './server/security-headers';
import { serverOptions } from './server/server-options';
import { serveWeb } from './server/web-app';

/** The whole product behind one HTTP server, not listening yet. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const logger = serverLogger(config.LOG_LEVEL);
  const problems = new ProblemFilter();
  const adapter = new FastifyAdapter({
    ...serverOptions(config),
    loggerInstance: logger,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      problems.send(error, request, reply),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forConfig(config),
    adapter as never,
    { logger: new NestLogger(logger), bodyParser: false, abortOnError: false },
  );
  const fastify = app.getHttpAdapter().getInstance();
  readJsonOnly(fastify);
  readCsvWhereAsked(fastify);
  logRequests(fastify);
  const metrics = app.get(Metrics);
  metrics.observe(fastify);
  if (config.METRICS_TOKEN) metrics.serveScraper(fastify, config.METRICS_TOKEN);
  await app.register(cookie);
  await app.register(compress, {
    threshold: 2_048,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
  });
  await protectWithHeaders(app, config);
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useGlobalGuards(new NoParametersGuard());
  app.useGlobalPipes(new InputPipe());
  app.useGlobalFilters(problems);
  serveApiDocument(app);
  if (config.WEB_ROOT) await serveWeb(app, config.WEB_ROOT);
  return app;
}
