import { checkDefinition, type Wish } from '@sphera/plugin-flags-node';

const LONGEST = 1_000;

/** Why flagd could not use what is wished, in one sentence; `undefined`: it can. */
export function refusalOf({ flag, definition }: Wish): string | undefined {
  if (!definition) return undefined;
  const problems = checkDefinition(flag, definition);
  return problems.length ? problems.join('; ').slice(0, LONGEST) : undefined;
}
