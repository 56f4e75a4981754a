import { setTimeout } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Wire } from './wire';

/**
 * Luck taken out of the specs: with `SPEC_JITTER=20` every third request and every third piece sent to the
 * database comes up to 20 × 10 and 20 ms late. What holds only while all is fast, fails under it.
 */
export class Jitter {
  private constructor(
    private readonly ms: number,
    private readonly wire: Wire,
  ) {}

  static async asked(databaseUrl: string): Promise<Jitter | null> {
    const ms = Number(process.env['SPEC_JITTER'] ?? 0);
    return ms > 0 ? new Jitter(ms, await Wire.to(databaseUrl, () => sometimes(ms))) : null;
  }

  through(databaseUrl: string): string {
    return this.wire.through(databaseUrl);
  }

  /** The requests of a spec no longer arrive in the order, or as close together, as it sends them. */
  slowDown(app: NestFastifyApplication): void {
    const server = app.getHttpAdapter().getInstance();
    server.addHook('onRequest', () => setTimeout(sometimes(this.ms * 10)));
  }

  stop(): void {
    this.wire.stop();
  }
}

function sometimes(ms: number): number {
  return Math.random() < 1 / 3 ? Math.random() * ms : 0;
}
