/** One step into a document: a key of a map, or a place in a list, from 0. */
export type Step = string | number;

const STEP =
  /^(?:(?<dot>\.)?(?<key>[^.[\]"'\s]+)|\[(?<index>\d+)\]|\["(?<quoted>[^"]+)"\])/;

/** The steps of `spec.values["image.of"].list[0]`; `undefined` where that is no path. */
export function parsePath(path: string): Step[] | undefined {
  const steps: Step[] = [];
  let rest = path;
  while (rest) {
    const groups = STEP.exec(rest)?.groups;
    const isFirst = steps.length === 0;
    if (!groups || (groups.key && isFirst === Boolean(groups.dot))) {
      return undefined;
    }
    const { dot, key, index, quoted } = groups;
    steps.push(index === undefined ? key ?? quoted : Number(index));
    rest = rest.slice(
      (dot ?? '').length +
        (key?.length ?? (index ?? `"${quoted}"`).length + '[]'.length),
    );
  }
  return steps.length > 0 ? steps : undefined;
}

/** Steps as people read them. */
export function writtenPath(steps: readonly Step[]): string {
  return steps
    .map((step, nth) => {
      if (typeof step === 'number') return `[${step}]`;
      if (/[.[\]"'\s]/.test(step)) return `["${step}"]`;
      return nth === 0 ? step : `.${step}`;
    })
    .join('');
}
