const transform = { '^.+\\.(ts|tsx|js|mjs)$': '@swc/jest' };
const shared = {
  transform,
  transformIgnorePatterns: ['/node_modules/(?!(hucre|comlink|numfmt|@borgar)/)'],
  moduleNameMapper: { '\\.css$': '<rootDir>/test/empty.cjs' },
  testEnvironment: 'node',
};

export default {
  testTimeout: 30_000,
  projects: [
    { ...shared, displayName: 'node', testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'], testPathIgnorePatterns: ['<rootDir>/test/browser/'] },
  ],
};
