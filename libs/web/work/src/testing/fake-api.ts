export { type Answer, FakeApi, refusal, refuse } from '@tidemark/web/ui/testing';
