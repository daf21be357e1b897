import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** How the image starts Node.js: what is set in the environment, and options before the daemon's file. */
export function imageCommand(): {
  env: Record<string, string>;
  nodeOptions: string[];
} {
  const path = join(resolve(__dirname, '../..'), 'Dockerfile');
  const text = readFileSync(path, 'utf8');
  const [, entry = '[]'] = /^ENTRYPOINT (\[.*\])$/m.exec(text) ?? [];
  const variables = [...text.matchAll(/^ENV (\w+)=(\S+)$/gm)];
  return {
    env: Object.fromEntries(variables.map(([, name, value]) => [name, value])),
    nodeOptions: JSON.parse(entry).slice(1, -1),
  };
}
