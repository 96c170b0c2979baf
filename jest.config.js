import { availableParallelism } from 'node:os';

const transform = { '^.+\\.(ts|tsx|js|mjs)$': '@swc/jest' };
const shared = {
  transform,
  transformIgnorePatterns: ['/node_modules/(?!(numfmt|@borgar)/)'],
  // numfmt 4.0.1 names a file for `require` that it does not ship.
  moduleNameMapper: { '\\.css$': '<rootDir>/test/empty.cjs', '^numfmt$': '<rootDir>/node_modules/numfmt/dist/index.js' },
  testEnvironment: 'node',
  // office.js finds its bridge among the globals, in the clean-up after a test too.
  testEnvironmentOptions: { globalsCleanup: 'off' },
};

export default {
  testTimeout: 30_000,
  // On two cores Jest would take one: a browser's own processes leave room for the other.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testSequencer: '<rootDir>/jest.order.js',
  projects: [
    {
      ...shared,
      displayName: 'node',
      testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['<rootDir>/test/browser/'],
    },
    {
      ...shared,
      displayName: 'browser',
      setupFilesAfterEnv: ['<rootDir>/test/browser/limit.ts'],
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/test/browser/globalSetup.ts',
      globalTeardown: '<rootDir>/test/browser/globalTeardown.ts',
    },
  ],
};
