import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/*
 * The daemon as one file: dist/flag-agent.cjs, or in the folder that is named. Our own packages do nothing when they are
 * loaded, so that of each only what the daemon uses goes in.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const [outdir = 'dist'] = process.argv.slice(2);

const ours = {
  name: 'ours',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(@sphera\/|\.)/ }, async ({ path, ...about }) => {
      const { importer, kind, namespace, resolveDir, pluginData } = about;
      const isTheirs = resolveDir.includes('node_modules');
      if (isTheirs || kind === 'entry-point' || pluginData === ours) {
        return undefined;
      }
      const found = await resolve(path, {
        importer,
        kind,
        namespace,
        resolveDir,
        pluginData: ours,
      });
      return { ...found, sideEffects: false };
    });
  },
};

await build({
  absWorkingDir: here,
  entryPoints: { 'flag-agent': 'src/daemon/index.ts' },
  outdir,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  plugins: [ours],
  // Its text is in memory, too; names stay, for who reads a trace.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'eof',
  logLevel: 'warning',
});
