import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@tidemark/api/platform';

/** How long open requests may take to finish once the process is told to stop. */
const DRAIN_MS = 10_000;
const PORT_TAKEN = 3;

/** What the process that started this one is told; without one, it goes to the log. */
export function tellStarter(message: Record<string, unknown>): void {
  if (process.connected) process.send?.(message);
  else if (message['type'] === 'ready') {
    const { url, setup_path: setup } = message as { url: string; setup_path: string | null };
    new Logger('Tidemark').warn(`Listening at ${url}${setup ? `, set up at ${url}${setup}` : ''}`);
  }
}

/** Finishes open requests on SIGTERM or SIGINT, or when the starter is gone; then ends with code 0. */
export function stopInOrder(app: NestFastifyApplication): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), DRAIN_MS).unref();
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => void stop());
  process.on('disconnect', () => void stop());
  // It may have gone while this process was still migrating.
  if (process.connected === false) void stop();
  // An error nobody caught is logged and survived: one request must not take the product down.
  process.on('unhandledRejection', (error) => new Logger('Process').error({ err: error }));
}

/** @returns the address at which the product answers */
export async function listenOn(app: NestFastifyApplication, config: Config): Promise<string> {
  try {
    await app.listen(config.PORT, config.HOST);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    tellStarter({ type: 'port-taken' });
    process.exit(PORT_TAKEN);
  }
  const { port } = new URL(await app.getUrl());
  const host = ['0.0.0.0', '::'].includes(config.HOST) ? 'localhost' : config.HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
