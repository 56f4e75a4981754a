export { type Answer, Requests, SpecApi } from './api';
export { PASSWORD, type Person } from './people';
export { type TrailRow, writeTrail } from './trail';
