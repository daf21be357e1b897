import type { RefRefusal } from './GitAccess';

/** Names of variables that tell the hook of one push what to refuse. */
const VARIABLES = {
  /** Refuses every ref with this sentence. */
  always: 'GIT_HOST_REFUSAL',
  /** A line for each ref that is refused: its name and what is said, tabs between. */
  refs: 'GIT_HOST_REFUSED',
  /** The same, for those that are refused where history would be lost. */
  force: 'GIT_HOST_REFUSED_FORCE',
} as const;

/** What the hook of one push is told. */
export function hookVariables(
  sentence: string,
  refusals: RefRefusal[],
): NodeJS.ProcessEnv {
  const written = (those: RefRefusal[]) =>
    those.map(({ ref, lines }) => [ref, ...lines].join('\t')).join('\n');
  return {
    [VARIABLES.always]: sentence,
    [VARIABLES.refs]: written(refusals.filter(each => !each.isOfForce)),
    [VARIABLES.force]: written(refusals.filter(each => each.isOfForce)),
  };
}

/** Asked by git for each ref of a push. */
export const updateHook = `#!/bin/sh
if [ -n "$${VARIABLES.always}" ]; then
  echo "$${VARIABLES.always}" >&2
  exit 1
fi
refuse_if_named() {
  named=$(printf '%s\\n' "$2" | grep -F "$1	" | head -n 1)
  if [ -n "$named" ]; then
    printf '%s\\n' "$named" | cut -f 2- | tr '\\t' '\\n' >&2
    exit 1
  fi
}
refuse_if_named "$1" "$${VARIABLES.refs}"
if [ -n "$${VARIABLES.force}" ] && [ -n "$(echo "$2" | tr -d 0)" ]; then
  if [ -z "$(echo "$3" | tr -d 0)" ] || ! git merge-base --is-ancestor "$2" "$3"; then
    refuse_if_named "$1" "$${VARIABLES.force}"
  fi
fi
exit 0
`;
