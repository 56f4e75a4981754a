import { Service, signal } from '@angular/core';

/** What browsers say when `import()` fails: Chromium and Firefox, Safari, and a deferred block of Angular. */
const SAID = /dynamically imported module|module script failed|NG0?750\b/i;

/** Whether a part of the product could not be fetched. */
export function isMissingCode(error: unknown): boolean {
  return error instanceof Error && SAID.test(error.message);
}

/**
 * Parts of the product that could not be fetched, because the connection broke or the server has a newer product by now,
 * whose files have other names. Angular and some browsers never ask for such a part again: only a new page does.
 */
@Service()
export class MissingCode {
  private readonly found = signal<{ page?: string } | null>(null);

  /** A page that was asked for, by its address, or without one a part of whatever page is there; null while all is. */
  readonly what = this.found.asReadonly();

  /**
   * @param page the address of the page that was asked for
   * @returns false when the error is of another kind
   */
  note(error: unknown, page?: string): boolean {
    if (!isMissingCode(error)) return false;
    // The router tells an error with its page first, and then leaves it to be told again as one that nobody took.
    this.found.update((known) => ({ page: page ?? known?.page }));
    return true;
  }

  forget(): void {
    this.found.set(null);
  }
}
