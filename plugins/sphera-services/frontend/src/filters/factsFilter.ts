/** What the question says of some facts, of all that it says of facts: `staging` of `stage:staging`. */
export function chosenOf(
  facts: readonly string[] | undefined,
  id: string,
): string | undefined {
  const chosen = facts?.find(one => one.startsWith(`${id}:`));
  return chosen?.slice(id.length + 1);
}

/** The same with another choice of some facts; none of it where nothing is left. */
export function withChoice(
  facts: readonly string[] | undefined,
  id: string,
  value: string | undefined,
): string[] | undefined {
  const others = (facts ?? []).filter(one => !one.startsWith(`${id}:`));
  const all = value ? [...others, `${id}:${value}`] : others;
  return all.length > 0 ? all : undefined;
}
