import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

// A page of a portal with 1,000 rows says no more than its beginning does.
const LONGEST = 6_000;

/**
 * What the browser tests that failed saw last, as the runner left it in a file each.
 *
 * @param {string} folder of the runner's output
 * @returns {Promise<Array<{ test: string, page: string }>>} the page as a tree of roles and names, cut to 6,000 characters
 */
export async function failingPages(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = names.filter(name => name.endsWith('error-context.md')).sort();
  return Promise.all(
    files.map(async name => {
      const text = await readFile(join(folder, name), 'utf8');
      const page = /^# Page snapshot\n([\s\S]*?)(?=^# |$(?![\s\S]))/m.exec(
        text,
      );
      return {
        test: name.split(/[\\/]/)[0],
        page: (page?.[1] ?? text).trim().slice(0, LONGEST),
      };
    }),
  );
}
