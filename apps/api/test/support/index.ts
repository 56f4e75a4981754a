export { type Answer, Requests, SpecApi } from './api';
export { PASSWORD, type Person } from './people';
