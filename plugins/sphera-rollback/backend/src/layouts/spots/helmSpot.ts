import type { VersionSpot } from '../Layouts';
import { scalarText } from '../yaml/scalarText';
import { follow, itemsOf, rootOf, type Spot, under } from '../yaml/walking';
import { type Step, writtenPath } from '../yaml/YamlPath';
import { onlyOne } from './onlyOne';
import { spotOf } from './spotOf';

/** The value at a path: Helm values, or a resource that holds some. */
export function helmSpot(steps: readonly Step[]): VersionSpot {
  const path = writtenPath(steps);
  return spotOf(documents => {
    const found = documents.flatMap(rootOf).map(root => walk(root, steps));
    const spot = onlyOne(
      found.flatMap(({ there }) => there ?? []),
      () => `${path} is missing: ${missing(found, steps)}`,
      () =>
        `${path} stands in several documents of the file; it must stand in one`,
    );
    const { scalar, text } = scalarText(spot);
    return { scalar, place: path, text, version: text, with: to => to };
  });
}

interface Walked {
  there?: Spot;
  /** How many steps there were. */
  deep: number;
}

function walk(root: Spot, steps: readonly Step[]): Walked {
  let spot = root;
  for (const [deep, step] of steps.entries()) {
    const next =
      typeof step === 'number'
        ? itemsOf(spot)
            .slice(step, step + 1)
            .map(follow)[0]
        : under(spot, step);
    if (!next) return { deep };
    spot = next;
  }
  return { there: spot, deep: steps.length };
}

function missing(walked: Walked[], steps: readonly Step[]): string {
  const deep = Math.max(...walked.map(one => one.deep));
  const step = steps[deep];
  const wanted = typeof step === 'number' ? `item ${step}` : step;
  return deep === 0
    ? `the file has no ${wanted}`
    : `${writtenPath(steps.slice(0, deep))} has no ${wanted}`;
}
