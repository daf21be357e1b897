import reportJsonSchema from '@sphera/plugin-flags-common/schemas/report.v1.json';
import wishJsonSchema from '@sphera/plugin-flags-common/schemas/wish.v1.json';
import Ajv from 'ajv';
import { reports, wish } from './__testUtils__/messages';
import { reportSchema } from './Report';
import { wishSchema } from './Wish';

/** Every way in which a field can be wrong: each is tried on each field of each message. */
const WRONG: unknown[] = [
  ...[null, true, 0, -1, 1, 1.5, 2 ** 53, '', 'x', 'a b', 'x'.repeat(50_000)],
  ...['2026-11-24', '2026-11-24T18:00:00', '2026-11-24T18:00:00Z', '١٢'],
  ...[[], ['x'], {}, { x: 1 }, { on: true }, { 'a b': true }],
  Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`v${at}`, true])),
];
const LEFT_OUT = Symbol('left out');

/** The value with another one at a place. */
function changed(value: any, [step, ...rest]: string[], to: unknown): any {
  if (step === undefined) return to;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const inner = changed(copy[step], rest, to);
  if (inner === LEFT_OUT) delete copy[step];
  else copy[step] = inner;
  return copy;
}

/** Each place in a value, down to what variants and rules have in them, which is anything. */
function placesIn(value: unknown, within: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  if (['variants', 'targeting'].includes(within.at(-1) ?? '')) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [...within, key],
    ...placesIn(inner, [...within, key]),
  ]);
}

function* spoiled(message: object): Generator<[string, unknown]> {
  const places = placesIn(message);
  for (const place of places) {
    for (const wrong of [...WRONG, LEFT_OUT]) {
      const said = wrong === LEFT_OUT ? 'left out' : JSON.stringify(wrong);
      yield [
        `${place.join('.')} is ${said.slice(0, 60)}`,
        changed(message, place, wrong),
      ];
    }
  }
  for (const place of [[], ...places.filter(p => p.at(-1) === 'definition')]) {
    yield [
      `${place.join('.')} has more`,
      changed(message, [...place, 'more'], 1),
    ];
  }
}

describe('The JSON schemas of messages, for who writes an agent of their own', () => {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true });
  const takesWish = ajv.compile(wishJsonSchema);
  const takesReport = ajv.compile(reportJsonSchema);

  it('take what sphera sends', () => {
    expect(takesWish(wish)).toBe(true);
    expect(takesWish({ ...wish, definition: null })).toBe(true);
    for (const report of Object.values(reports)) {
      expect(takesReport(report)).toBe(true);
    }
  });

  it('take and refuse exactly what sphera takes and refuses', () => {
    const disagreements: string[] = [];
    let refused = 0;
    const compare = (
      name: string,
      message: object,
      takes: (value: unknown) => boolean,
      schema: typeof wishSchema | typeof reportSchema,
    ) => {
      for (const [what, value] of spoiled(message)) {
        const isTaken = schema.safeParse(value).success;
        if (!isTaken) refused += 1;
        if (takes(value) !== isTaken) disagreements.push(`${name}: ${what}`);
      }
    };
    compare('wish', wish, value => takesWish(value), wishSchema);
    for (const [kind, report] of Object.entries(reports)) {
      compare(kind, report, value => takesReport(value), reportSchema);
    }
    expect(disagreements).toEqual([]);
    expect(refused).toBeGreaterThan(500);
  });
});
