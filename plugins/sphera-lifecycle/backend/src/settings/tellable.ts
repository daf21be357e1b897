import type { WrittenStage } from './settingsSchema';

/** Stages without the facts that nobody in this portal can tell, and without what is left empty then. */
export function tellable(
  stages: readonly WrittenStage[],
  known: { has(fact: string): boolean },
): WrittenStage[] {
  const kept = stages
    .filter(({ enteredWhen }) => !enteredWhen || known.has(enteredWhen))
    .map(stage => ({
      ...stage,
      steps: stage.steps
        .map(step => ({
          ...step,
          facts: step.facts?.filter(fact => known.has(fact)),
        }))
        .filter(({ facts, approvers }) => approvers || facts?.length),
    }))
    .filter(({ steps }) => steps.length > 0);
  const names = kept.flatMap(({ steps }) => steps.map(({ name }) => name));
  return kept.map(stage => ({
    ...stage,
    steps: stage.steps.map(step => ({
      ...step,
      after: step.after.filter(name => names.includes(name)),
    })),
  }));
}
