/** By this name the portal finds its own rulesets again. */
export const RULESET = 'sphera merge freeze';

/** A ruleset that holds back every merge to a default branch without these statuses; nobody passes by it. */
export function requiring(contexts: readonly string[]) {
  return {
    name: RULESET,
    target: 'branch' as const,
    conditions: {
      ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] as string[] },
    },
    bypass_actors: [],
    rules: [
      {
        type: 'required_status_checks' as const,
        parameters: {
          // A new repository gets its first commit before anybody could check it.
          do_not_enforce_on_create: true,
          strict_required_status_checks_policy: false,
          required_status_checks: contexts.map(context => ({ context })),
        },
      },
    ],
  };
}

/** Which statuses a ruleset requires, as GitHub answers it. */
export function contextsOf(
  rules: ReadonlyArray<{ type: string; parameters?: unknown }> = [],
): string[] {
  return rules.flatMap(({ type, parameters }) =>
    type === 'required_status_checks'
      ? (
          parameters as {
            required_status_checks: Array<{ context: string }>;
          }
        ).required_status_checks.map(({ context }) => context)
      : [],
  );
}

/** Whether two lists have the same texts, whatever their order. */
export function areAlike(
  one: readonly string[] = [],
  other: readonly string[] = [],
): boolean {
  return [...one].sort().join('\n') === [...other].sort().join('\n');
}
