import { DOCUMENT } from '@angular/common';
import { HttpClient, HttpContext } from '@angular/common/http';
import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { fromEvent, map, merge, startWith } from 'rxjs';
import { WITHOUT_SESSION } from './session-api';

const LOOK_EVERY_MS = 10_000;

/** Whether the product can be reached, as the browser and the latest requests tell. */
@Service()
export class Connection {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);

  private readonly browserOnline = toSignal(
    merge(fromEvent(window, 'online'), fromEvent(window, 'offline')).pipe(
      startWith(undefined),
      map(() => navigator.onLine !== false),
    ),
    { requireSync: true },
  );
  private readonly answering = signal(true);
  private readonly updatedAt = signal<number | null>(null);
  private looking?: ReturnType<typeof setInterval>;

  /** live: all is well. offline: this device has no network. unavailable: the server does not answer. */
  readonly state = computed(() =>
    this.browserOnline() ? (this.answering() ? 'live' : 'unavailable') : 'offline',
  );
  readonly online = computed(() => this.state() === 'live');
  /** When the server last answered, in epoch milliseconds; null before the first answer. */
  readonly lastUpdate = this.updatedAt.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => clearInterval(this.looking));
  }

  /** A request was answered. */
  succeeded(): void {
    this.updatedAt.set(Date.now());
    this.answering.set(true);
    clearInterval(this.looking);
    this.looking = undefined;
  }

  /** A request was not answered: from now on it is tried by itself until one is. */
  failed(): void {
    this.answering.set(false);
    this.looking ??= setInterval(() => this.look(), LOOK_EVERY_MS);
  }

  /** Asks whether the server is back; the interceptor notes the outcome. */
  look(): void {
    if (this.document.hidden || !this.browserOnline()) return;
    const context = new HttpContext().set(WITHOUT_SESSION, true);
    this.http.get('/api/setup', { context }).subscribe({ error: () => undefined });
  }
}
