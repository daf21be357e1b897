import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

// A page of a portal with 1,000 rows says no more than its beginning does.
const LONGEST = 6_000;

/**
 * What the browser tests that failed saw last, as the runner left it in a file each; without those that left no page.
 *
 * @param {string} folder of the runner's output
 * @returns {Promise<Array<{ test: string, page: string }>>} the page as a tree of roles and names, cut to 6,000 characters
 */
export async function failingPages(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = names.filter(name => name.endsWith('error-context.md')).sort();
  const pages = await Promise.all(
    files.map(async name => ({
      test: name.split(/[\\/]/)[0],
      page: pageIn(await readFile(join(folder, name), 'utf8')),
    })),
  );
  return pages.filter(({ page }) => page !== undefined);
}

/** Where an expectation failed, the page stands below its error, else under a heading of its own: as YAML in any case. */
function pageIn(text) {
  const [, page] =
    [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].at(-1) ?? [];
  return page?.trim().slice(0, LONGEST);
}
