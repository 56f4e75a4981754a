import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { connectionInterceptor } from './connection-interceptor';
import { sessionInterceptor } from './session-interceptor';
import { SessionStore } from './session-store';

/** The HTTP client that carries the session. The cookie is tried at once, while the rest of the app still loads. */
export function provideSession(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideHttpClient(withInterceptors([sessionInterceptor, connectionInterceptor])),
    provideEnvironmentInitializer(() => void inject(SessionStore).restored()),
  ]);
}
