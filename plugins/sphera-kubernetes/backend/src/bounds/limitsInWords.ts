import type { LimitsInForce } from './guardrails';

const pods = (count: number) => (count === 1 ? '1 pod' : `${count} pods`);

const where = ({ setIn }: { setIn?: string }) => `(${setIn ?? 'the default'})`;

/** Each limit in force as a sentence for people, with the key that sets it. */
export function limitsInWords(
  limits: LimitsInForce,
  { current }: { current: number },
): string[] {
  const { floor, ceiling, largestStep, largestRatio, neverBelowNow } = limits;
  return [
    floor && `At least ${pods(floor.value)} ${where(floor)}`,
    ceiling && `At most ${pods(ceiling.value)} ${where(ceiling)}`,
    largestStep &&
      `Either bound moves by at most ${pods(largestStep.value)} at once ${where(
        largestStep,
      )}`,
    largestRatio &&
      `maxReplicas is at most ${largestRatio.value} times minReplicas ${where(
        largestRatio,
      )}`,
    neverBelowNow?.value &&
      `maxReplicas stays at or above the ${pods(current)} that run now ${where(
        neverBelowNow,
      )}`,
  ].filter(sentence => typeof sentence === 'string');
}
