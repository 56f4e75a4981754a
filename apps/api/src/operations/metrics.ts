import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Sql } from '@tidemark/api/platform';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Counts what passes through the server. Labels are route patterns, never addresses. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'tidemark_http_request_seconds',
    help: 'Time to answer a request, in seconds',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  constructor(private readonly sql: Sql) {
    collectDefaultMetrics({ register: this.registry });
    const pool = this.sql.poolState;
    this.gauge('tidemark_pool_connections', 'Connections to the database', () => pool().total);
    this.gauge('tidemark_pool_idle', 'Connections that nobody uses', () => pool().idle);
    this.gauge(
      'tidemark_pool_waiting',
      'Requests that wait for a connection',
      () => pool().waiting,
    );
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  observe(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'none';
      this.requests.observe(
        { method: request.method, route, status: reply.statusCode },
        reply.elapsedTime / 1_000,
      );
    });
  }

  /** Answers a scraper that sends the token: it has no account, so no guard would let it in. */
  serveScraper(fastify: FastifyInstance, token: string): void {
    const wanted = Buffer.from(`Bearer ${token}`);
    fastify.addHook('onRequest', async (request, reply) => {
      if (request.method !== 'GET' || request.url !== '/metrics') return;
      const given = Buffer.from(request.headers.authorization ?? '');
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return;
      return reply.type(METRICS_TYPE).send(await this.text());
    });
  }

  private gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }
}
