/** Whether more lists and objects lie in each other than so many; goes no deeper than that, so that any depth may come. */
export function isNestedDeeper(value: unknown, levels: number): boolean {
  if (levels < 0) return true;
  if (typeof value !== 'object' || value === null) return false;
  for (const each of Object.values(value)) {
    if (isNestedDeeper(each, levels - 1)) return true;
  }
  return false;
}
