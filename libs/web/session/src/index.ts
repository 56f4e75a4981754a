export { Connection } from './connection';
export { connectionInterceptor } from './connection-interceptor';
export { allow, nextUrl, signedIn, signedOut } from './guards';
export { provideSession } from './provide-session';
export { SessionApi, WITHOUT_SESSION } from './session-api';
export { sessionInterceptor } from './session-interceptor';
export { SessionStore } from './session-store';
export { SessionTabs, type TabNews } from './session-tabs';
export { Theme } from './theme';
