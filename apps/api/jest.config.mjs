export default {
  displayName: 'api',
  rootDir: '../..',
  roots: ['<rootDir>/apps/api', '<rootDir>/libs/api'],
  testEnvironment: 'node',
  testTimeout: 60_000,
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/apps/api/test/support/postgres-setup.mjs',
  globalTeardown: '<rootDir>/apps/api/test/support/postgres-teardown.mjs',
  moduleNameMapper: {
    '^@tidemark/contracts$': '<rootDir>/libs/contracts/src/index.ts',
    '^@tidemark/api/platform/embedded-postgres$':
      '<rootDir>/libs/api/platform/src/database/embedded-postgres.ts',
    '^@tidemark/api/activity/statements$': '<rootDir>/libs/api/activity/src/statements.ts',
    '^@tidemark/api/([^/]+)$': '<rootDir>/libs/api/$1/src/index.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};
