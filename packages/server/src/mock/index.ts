export {
  createMockServer,
  type MockServer,
  type MockServerOptions,
  type MockTrouble,
} from './mock-server.ts';
export type { ActionScript } from './scripted-outcome.ts';
