// Builds the API.
import { bundleApi } from './bundle-api.mjs';

await bundleApi({
  entryPoints: ['apps/api/src/main.ts'],
  outfile: 'dist/apps/api/main.mjs',
  logLevel: 'info',
});
