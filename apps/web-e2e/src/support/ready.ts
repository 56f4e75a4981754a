import { readFileSync } from 'node:fs';

/** What the product said when it started. */
export interface Ready {
  url: string;
  /** Path of the one-time link that makes the first administrator; null once that has happened. */
  setup_path: string | null;
}

export function ready(): Ready {
  return JSON.parse(readFileSync(process.env['TIDEMARK_READY_FILE'] ?? '', 'utf8')) as Ready;
}
