// Bundles server code to one ESM file. esbuild alone drops decorator metadata (NestJS would inject `undefined`),
// so swc transforms the TypeScript and esbuild bundles; packages stay external.
import swc from '@swc/core';
import { build } from 'esbuild';

const WORKSPACE_LIBS = '@tidemark/';

/** @param options of esbuild: at least `entryPoints` or `stdin`, and `outfile` */
export function bundleApi(options) {
  return build({
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: true,
    keepNames: true,
    tsconfig: 'tsconfig.base.json',
    plugins: [{ name: 'swc-decorators', setup }],
    ...options,
  });
}

function setup(bundler) {
  bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
    path.startsWith(WORKSPACE_LIBS) || kind === 'entry-point'
      ? undefined
      : { path, external: true },
  );
  bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
    const { code } = await swc.transformFile(path, {
      swcrc: false,
      sourceMaps: 'inline',
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        keepClassNames: true,
      },
      module: { type: 'es6' },
    });
    return { contents: code, loader: 'js' };
  });
}
