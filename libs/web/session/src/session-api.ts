import { HttpClient, HttpContext, HttpContextToken } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  AcceptInvitation,
  ChangePassword,
  Login,
  Me,
  SaveMe,
  Session,
  Setup,
  SetupState,
} from '@tidemark/contracts';
import { firstValueFrom } from 'rxjs';

/** Requests that neither need nor wait for an access token. */
export const WITHOUT_SESSION = new HttpContextToken(() => false);

const anonymous = () => ({ context: new HttpContext().set(WITHOUT_SESSION, true) });

/** The routes behind signing in and out and the own profile. Each rejects with what `toProblem` understands. */
@Service()
export class SessionApi {
  private readonly http = inject(HttpClient);

  setupState(): Promise<SetupState> {
    return firstValueFrom(this.http.get<SetupState>('/api/setup', anonymous()));
  }

  setup(body: Setup): Promise<Session> {
    return firstValueFrom(this.http.post<Session>('/api/setup', body, anonymous()));
  }

  signIn(body: Login): Promise<Session> {
    return firstValueFrom(this.http.post<Session>('/api/auth/login', body, anonymous()));
  }

  acceptInvitation(body: AcceptInvitation): Promise<Session> {
    return firstValueFrom(this.http.post<Session>('/api/auth/invitation', body, anonymous()));
  }

  /** A new access token for the refresh cookie. */
  refresh(): Promise<Session> {
    return firstValueFrom(this.http.post<Session>('/api/auth/refresh', {}, anonymous()));
  }

  signOut(): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/auth/logout', {}));
  }

  saveMe(body: SaveMe): Promise<Me> {
    return firstValueFrom(this.http.patch<Me>('/api/me', body));
  }

  changePassword(body: ChangePassword): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/me/password', body));
  }
}
