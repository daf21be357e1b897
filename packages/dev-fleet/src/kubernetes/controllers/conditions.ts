import type { Condition } from '../objects';

/** The conditions with this one in them; its transition time is kept where its status is the same. */
export function withCondition(
  conditions: Condition[] = [],
  condition: Condition,
): Condition[] {
  const current = conditions.find(({ type }) => type === condition.type);
  const next =
    current?.status === condition.status
      ? { ...condition, lastTransitionTime: current.lastTransitionTime }
      : condition;
  return [
    ...conditions.filter(({ type }) => type !== condition.type),
    next,
  ].sort((one, other) => one.type.localeCompare(other.type));
}

/** The condition of a type, where there is one. */
export function conditionOf(
  conditions: Condition[] | undefined,
  type: string,
): Condition | undefined {
  return conditions?.find(condition => condition.type === type);
}
