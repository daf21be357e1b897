import type { FlagDefinition, JsonValue } from '@sphera/plugin-flags-common';

/** Operations of JsonLogic and flagd that answer true or false. */
const COMPARISONS = new Set([
  ...['==', '===', '!=', '!==', '<', '<=', '>', '>=', '!', '!!'],
  ...['in', 'starts_with', 'ends_with', 'sem_ver', 'all', 'some', 'none'],
]);
/** Flagd adds shares up in 32 bits. */
const LARGEST_SUM = 2_147_483_647;

/** What targeting can come to, and what is wrong on the way there. */
interface Served {
  variants: Set<string>;
  isComparison: boolean;
  problems: string[];
}

function lookAtSplit(buckets: JsonValue[], served: Served): void {
  let sum = 0;
  for (const bucket of buckets) {
    // Flagd's schema says what is wrong with it.
    if (!Array.isArray(bucket)) return;
    const [variant, share = 1] = bucket;
    lookAt(variant ?? null, served);
    if (typeof share !== 'number') return;
    if (!Number.isInteger(share) || share < 0) {
      served.problems.push(
        `A share of the targeting is ${share}: shares must be whole numbers from 0`,
      );
      return;
    }
    sum += share;
  }
  if (sum === 0 || sum > LARGEST_SUM) {
    served.problems.push(
      `The shares of a split in the targeting add up to ${sum}: they must add up to at least 1 and at most ${LARGEST_SUM}`,
    );
  }
}

function lookAtOperation(
  operation: string,
  args: JsonValue,
  served: Served,
): void {
  if (COMPARISONS.has(operation)) served.isComparison = true;
  if (!Array.isArray(args)) return;
  if (operation === 'if' || operation === '?:') {
    // Condition, answer, condition, answer … and the last of an odd number is for the rest.
    args.forEach((arg, at) => {
      const isRest = at === args.length - 1 && at % 2 === 0 && at > 0;
      if (at % 2 === 1 || isRest) lookAt(arg, served);
    });
  } else if (operation === 'fractional') {
    const hasOwnKey = !Array.isArray(args[0]);
    lookAtSplit(hasOwnKey ? args.slice(1) : args, served);
  }
}

function lookAt(logic: JsonValue, served: Served): void {
  if (logic === null || Array.isArray(logic)) return;
  if (typeof logic !== 'object') {
    served.variants.add(String(logic));
    return;
  }
  const operations = Object.entries(logic);
  if (operations.length === 1) {
    const [[operation, args]] = operations;
    lookAtOperation(operation, args, served);
  }
}

function objectsIn(logic: JsonValue): Array<Record<string, JsonValue>> {
  if (typeof logic !== 'object' || logic === null) return [];
  const within = Object.values(logic).flatMap(objectsIn);
  return Array.isArray(logic) ? within : [logic, ...within];
}

/** What is wrong anywhere in the targeting, whatever it serves. */
function brokenOperation(targeting: JsonValue): string | undefined {
  const objects = objectsIn(targeting);
  if (objects.some(each => Object.hasOwn(each, '$ref'))) {
    return 'The targeting refers to a shared rule ($ref), and there are none: write the rule itself';
  }
  // Which of them counts is another one from program to program.
  const several = objects.find(each => Object.keys(each).length > 1);
  return (
    several &&
    `The targeting has several operations in one object (${Object.keys(
      several,
    ).join(', ')}): each needs an object of its own`
  );
}

/** What is wrong with what the targeting serves: variants that are not there, shares that are none. */
export function servedProblems({
  variants,
  targeting,
}: FlagDefinition): string[] {
  if (!targeting) return [];
  const broken = brokenOperation(targeting);
  if (broken !== undefined) return [broken];
  const served: Served = {
    variants: new Set(),
    isComparison: false,
    problems: [],
  };
  lookAt(targeting, served);
  const names = Object.keys(variants).join(', ');
  for (const variant of served.variants) {
    if (!Object.hasOwn(variants, variant)) {
      served.problems.push(
        `The targeting serves ${variant}, which is no variant: the variants are ${names}`,
      );
    }
  }
  const missing = ['true', 'false'].filter(
    answer => !Object.hasOwn(variants, answer),
  );
  if (served.isComparison && missing.length > 0) {
    served.problems.push(
      `The targeting answers true or false where it must name a variant: put it into an if, since the variants are ${names}`,
    );
  }
  return served.problems;
}
