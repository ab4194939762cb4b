// Bundles and minifies the handler as Amplify does: an ES module with the SDK in it.
import { build } from 'esbuild';

await build({
  entryPoints: ['handler.js'],
  outfile: process.argv[2],
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // The SDK's CommonJS parts call require, which an ES module does not have.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
