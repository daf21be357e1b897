/** Names of variables that tell the hook of one push what to refuse. */
export const HOOK_VARIABLES = {
  /** Full names of refs, a space between and around them. */
  protectedRefs: 'GIT_HOST_PROTECTED',
  /** Refuses every ref with this sentence. */
  refusal: 'GIT_HOST_REFUSAL',
} as const;

/** Asked by git for each ref of a push. The first lines of its answer are GitHub's own. */
export const updateHook = `#!/bin/sh
if [ -n "$${HOOK_VARIABLES.refusal}" ]; then
  echo "$${HOOK_VARIABLES.refusal}" >&2
  exit 1
fi
case "$${HOOK_VARIABLES.protectedRefs}" in
*" $1 "*)
  echo "error: GH006: Protected branch update failed for $1." >&2
  echo "error: Changes must be made through a pull request." >&2
  exit 1
  ;;
esac
`;
