export { type Answer, FakeApi, refusal, refuse, type Sent } from './fake-api';
export { FAKE_HISTORY } from './fake-history';
