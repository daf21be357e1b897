import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(__dirname, '../..');

/** The packages of this repository, by name, with where their sources begin. */
function ownPackages(): Record<string, string> {
  const { workspaces } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return Object.fromEntries(
    globSync(
      workspaces.map((pattern: string) => `${pattern}/package.json`),
      { cwd: root },
    ).flatMap(file => {
      const { name, main } = JSON.parse(readFileSync(join(root, file), 'utf8'));
      const isOurs = name.startsWith('@sphera/');
      return isOurs ? [[name, join(root, dirname(file), main)]] : [];
    }),
  );
}

/**
 * Compiles a program ahead, as what is shipped is, so that nothing of it is done while it is measured.
 * @returns the program to run with plain Node.js
 */
export async function compiled(source: string): Promise<string> {
  // Within the repository, where it finds the packages that are not ours.
  const name = basename(source, '.ts');
  const outfile = join(root, `node_modules/.cache/benchmarks/${name}.cjs`);
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    packages: 'external',
    alias: ownPackages(),
    logLevel: 'error',
  });
  return outfile;
}
