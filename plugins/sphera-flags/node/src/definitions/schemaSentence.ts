/** One of the errors by which a JSON schema says no, as Ajv tells them. */
export interface SchemaError {
  /** JSON pointer: `/flags/new-checkout/targeting/if/0`. */
  instancePath: string;
  keyword: string;
  message?: string;
}

/** Said of each alternative that did not fit, so of no use to a reader. */
const OF_ALTERNATIVES = new Set([
  ...['additionalProperties', 'anyOf', 'oneOf', 'not', 'type', 'const'],
]);

const stepsOf = ({ instancePath }: SchemaError) =>
  instancePath
    .split('/')
    .slice(1)
    .map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'));

/** `targeting.if[0]` */
const placeOf = (steps: string[]) =>
  steps
    .map(step => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');

const valueAt = (whole: unknown, steps: string[]) =>
  steps.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | undefined)?.[step],
    whole,
  );

function wrongWith(value: unknown, errors: SchemaError[]): string {
  const telling = errors.find(({ keyword }) => !OF_ALTERNATIVES.has(keyword));
  if (telling?.message) {
    return telling.message.replace('must NOT', 'must not');
  }
  const [operation] =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value)
      : [];
  return operation === undefined
    ? 'is not what flagd takes there'
    : `${operation} is no operation of flagd, or not with these arguments`;
}

/**
 * One sentence for the errors of a schema with alternatives: an error for each alternative at each level comes in; what
 * lies deepest is where the mistake is.
 * @param whole - what was checked
 * @param root - where the paths of the errors have it
 */
export function schemaSentence(
  whole: unknown,
  root: string[],
  errors: SchemaError[],
): string {
  const deepest = errors.reduce(
    (most, each) => (stepsOf(each).length > stepsOf(most).length ? each : most),
    errors[0],
  );
  const steps = stepsOf(deepest).slice(root.length);
  const there = errors.filter(
    ({ instancePath }) => instancePath === deepest.instancePath,
  );
  const place = placeOf(steps) || 'The definition';
  return `${place}: ${wrongWith(valueAt(whole, steps), there)}`;
}
