export { type Answer, FakeApi, refusal, refuse, type Sent } from './fake-api';
