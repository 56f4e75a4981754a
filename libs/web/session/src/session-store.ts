import { DOCUMENT } from '@angular/common';
import { HttpErrorResponse } from '@angular/common/http';
import { computed, effect, inject, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type {
  AcceptInvitation,
  ChangePassword,
  Login,
  Me,
  Problem,
  SaveMe,
  Session,
  Setup,
} from '@tidemark/contracts';
import { toProblem, ViewerZone } from '@tidemark/web/ui';
import { SessionApi } from './session-api';
import { sessionMark } from './session-mark';
import { SessionTabs, type TabNews } from './session-tabs';
import { Theme } from './theme';

/** An access token with less than this left is renewed before it is used. */
const RENEW_BEFORE_MS = 20_000;

interface AccessToken {
  value: string;
  goodUntil: number;
}

/**
 * Who is signed in. The access token lives in memory only; the refresh cookie, which no script can read, brings it back
 * after a reload. All promises reject with what `toProblem` understands.
 */
@Service()
export class SessionStore {
  private readonly api = inject(SessionApi);
  private readonly tabs = inject(SessionTabs);
  private readonly theme = inject(Theme);
  private readonly router = inject(Router);
  private readonly location = inject(DOCUMENT).location;
  private readonly viewerZone = inject(ViewerZone);

  private readonly person = signal<Me | null>(null);
  private readonly failure = signal<Problem | null>(null);
  private token?: AccessToken;
  private renewing?: Promise<string>;
  private restoring?: Promise<void>;

  /** The person signed in; null for nobody. */
  readonly me = this.person.asReadonly();
  /** Why it could not be found out who is signed in: the server did not answer. */
  readonly unreachable = this.failure.asReadonly();
  /** The person's time zone (IANA name); the browser's while nobody is signed in. */
  readonly zone = computed(() => this.person()?.time_zone ?? this.viewerZone.name());

  constructor() {
    this.tabs.news.pipe(takeUntilDestroyed()).subscribe((news) => this.hear(news));
    effect(() => {
      const me = this.person();
      if (!me) return;
      this.viewerZone.name.set(me.time_zone);
      this.theme.use(me.theme);
    });
  }

  /** Finds out by the cookie whether somebody is signed in: once, however often it is asked. Never rejects. */
  restored(): Promise<void> {
    this.restoring ??= this.restore();
    return this.restoring;
  }

  /** Asks again after the server did not answer. */
  async retry(): Promise<void> {
    this.restoring = undefined;
    await this.restored();
  }

  async signIn(login: Login): Promise<void> {
    this.enter(await this.api.signIn(login));
  }

  async setup(setup: Setup): Promise<void> {
    this.enter(await this.api.setup(setup));
  }

  async acceptInvitation(invitation: AcceptInvitation): Promise<void> {
    this.enter(await this.api.acceptInvitation(invitation));
  }

  /** Ends the session on the server and in every tab. Rejects, still signed in, when the server cannot be reached. */
  async signOut(): Promise<void> {
    try {
      await this.api.signOut();
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
    this.forget();
    this.tabs.tell({ kind: 'signed-out' });
    await this.router.navigateByUrl('/sign-in');
  }

  async updateMe(changes: SaveMe): Promise<void> {
    const me = await this.api.saveMe(changes);
    this.person.set(me);
    this.tabs.tell({ kind: 'changed', me });
  }

  /** Other devices are signed out by it. */
  async changePassword(change: ChangePassword): Promise<void> {
    await this.api.changePassword(change);
  }

  /** A token that is good for a while yet; undefined when it has to be renewed first, or nobody is signed in. */
  freshToken(): string | undefined {
    return this.token && Date.now() < this.token.goodUntil ? this.token.value : undefined;
  }

  /**
   * A new access token instead of `stale`: one request for all who ask at the same time.
   * When the cookie is refused the session is over, and the way leads to the sign-in page.
   */
  async refresh(stale?: string): Promise<string> {
    const current = this.freshToken();
    if (current && current !== stale) return current;
    this.renewing ??= this.renew().finally(() => (this.renewing = undefined));
    try {
      return await this.renewing;
    } catch (error) {
      if (isRefusal(error)) this.end();
      throw error;
    }
  }

  /** The session is over: to the sign-in page, and back here afterwards. */
  end(): void {
    const wasSignedIn = this.person() !== null;
    this.forget();
    if (wasSignedIn) void this.toSignIn();
  }

  private async restore(): Promise<void> {
    this.failure.set(null);
    if (!sessionMark.isSet()) return;
    try {
      await this.renew();
    } catch (error) {
      if (isRefusal(error)) sessionMark.remove();
      else this.failure.set(toProblem(error));
    }
  }

  private async renew(): Promise<string> {
    const session = await this.tabs.alone(() => this.api.refresh());
    this.adopt(session);
    return session.access_token;
  }

  private adopt({ access_token, expires_in, user }: Session): void {
    this.token = {
      value: access_token,
      goodUntil: Date.now() + expires_in * 1000 - RENEW_BEFORE_MS,
    };
    sessionMark.set();
    this.person.set(user);
  }

  private enter(session: Session): void {
    this.failure.set(null);
    this.restoring = Promise.resolve();
    this.adopt(session);
    this.tabs.tell({ kind: 'signed-in', userId: session.user.id });
  }

  private forget(): void {
    this.token = undefined;
    sessionMark.remove();
    this.person.set(null);
  }

  private toSignIn(): Promise<boolean> {
    return this.router.navigate(['/sign-in'], { queryParams: { next: this.router.url } });
  }

  private hear(news: TabNews): void {
    if (news.kind === 'signed-out') this.end();
    else if (news.kind === 'changed') this.hearChange(news.me);
    else if (this.person()?.id !== news.userId) this.location.reload();
  }

  private hearChange(me: Me): void {
    if (this.person()?.id === me.id) this.person.set(me);
  }
}

/** The server answered, and said no: as opposed to not answering at all. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof HttpErrorResponse &&
    error.status >= 400 &&
    error.status < 500 &&
    error.status !== 429
  );
}
