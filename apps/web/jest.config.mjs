export default {
  displayName: 'web',
  rootDir: '../..',
  roots: ['<rootDir>/apps/web', '<rootDir>/libs/web'],
  preset: 'jest-preset-angular',
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  setupFilesAfterEnv: ['<rootDir>/apps/web/src/test-setup.ts'],
  moduleNameMapper: {
    // Jest runs CommonJS here, and the package's main file is a module.
    '^marked$': '<rootDir>/node_modules/marked/lib/marked.umd.js',
    '^@tidemark/contracts$': '<rootDir>/libs/contracts/src/index.ts',
    '^@tidemark/web/([^/]+)$': '<rootDir>/libs/web/$1/src/index.ts',
    '^@tidemark/web/([^/]+)/testing$': '<rootDir>/libs/web/$1/src/testing/index.ts',
    '^@tidemark/web/([^/]+)/pages$': '<rootDir>/libs/web/$1/src/pages.ts',
  },
  transform: {
    '^.+\\.(ts|mjs|js|html)$': [
      'jest-preset-angular',
      {
        tsconfig: '<rootDir>/apps/web/tsconfig.spec.json',
        stringifyContentPathRegex: '\\.html$',
      },
    ],
  },
};
