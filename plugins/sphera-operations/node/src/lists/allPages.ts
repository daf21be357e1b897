import type { Page } from './page';

/** Every item of a list that is answered page by page; asks until there is no next one. */
export async function allPages<T>(
  ask: (cursor: string | undefined) => Promise<Page<T>>,
): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor);
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}
