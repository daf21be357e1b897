import { fingerprintOf } from '@sphera/plugin-flags-node';
import { OFF, ON } from '../__testUtils__/definitions';
import { wishOf } from '../__testUtils__/Portal';
import { entryOf } from '../document/FlagEntry';
import { FlagsDocument } from '../document/FlagsDocument';
import { snapshotOf } from './snapshot';

const { metadata } = wishOf({});

/** A document with flags that are on, at revision 7. */
const documentOf = (...flags: string[]) =>
  FlagsDocument.empty.with(
    new Map(flags.map(flag => [flag, entryOf(metadata, 7, ON)])),
  );
const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => `flag-${at}`);
const asWished = (flag: string) =>
  wishOf({ flag, revision: 7, definition: ON });
const unknown = () => undefined;

describe('A snapshot', () => {
  it('of no flags is one part that says so', () => {
    expect(snapshotOf(FlagsDocument.empty, unknown)).toEqual([
      { kind: 'snapshot', after: null, upTo: null, flags: [] },
    ]);
  });

  it('tells fingerprints where all is as it is wished', () => {
    expect(snapshotOf(documentOf('one'), asWished)[0].flags).toEqual([
      { flag: 'one', revision: 7, fingerprint: fingerprintOf(ON) },
    ]);
  });

  it.each([
    ['no wish is known', unknown],
    [
      'the wish is of another revision',
      () => wishOf({ revision: 8, definition: ON }),
    ],
    [
      'the wish says something else',
      () => wishOf({ revision: 7, definition: OFF }),
    ],
    ['it is to be gone', () => wishOf({ revision: 7, definition: null })],
  ])('tells the definition where %s', (_, wish) => {
    const [{ flags }] = snapshotOf(documentOf('one'), wish);
    expect(flags[0].definition).toEqual(ON);
  });

  it('comes in parts of 500 flags, which leave no gap between them', () => {
    const parts = snapshotOf(documentOf(...numbered(1_200)), asWished);
    expect(parts.map(({ flags }) => flags.length)).toEqual([500, 500, 200]);
    const names = parts.flatMap(({ flags }) => flags.map(({ flag }) => flag));
    expect(names).toEqual(numbered(1_200).sort());
    expect(parts.map(({ after, upTo }) => [after, upTo])).toEqual([
      [null, names[499]],
      [names[499], names[999]],
      [names[999], null],
    ]);
  });

  it('comes in parts of at most half a megabyte', () => {
    const long = { ...ON, variants: { on: 'x'.repeat(50_000), off: '' } };
    const document = FlagsDocument.empty.with(
      new Map(numbered(40).map(flag => [flag, entryOf(metadata, 7, long)])),
    );
    const parts = snapshotOf(document, unknown);
    expect(parts.flatMap(({ flags }) => flags)).toHaveLength(40);
    for (const part of parts) {
      expect(JSON.stringify(part).length).toBeLessThan(500_000);
    }
  });

  it('tells the fingerprint alone of a definition that is too long for a message', () => {
    const long = { ...ON, variants: { on: 'x'.repeat(200_000), off: '' } };
    const document = FlagsDocument.empty.with(
      new Map([['one', entryOf(metadata, 7, long)]]),
    );
    expect(snapshotOf(document, unknown)[0].flags).toEqual([
      { flag: 'one', revision: 7, fingerprint: fingerprintOf(long) },
    ]);
  });

  it('leaves out names that the portal cannot have made', () => {
    const document = documentOf('x'.repeat(201), 'one');
    expect(snapshotOf(document, asWished)[0].flags).toHaveLength(1);
  });
});
