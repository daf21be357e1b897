import { createSigner, createSigningKeys, createVerifier } from '../signing';
import { received, wish } from './__testUtils__/messages';
import { readWish, wishRecord } from './wishRecord';

const KEY = 'production-eu/new-checkout';
const read = (value: unknown, key: string | null = KEY) =>
  readWish(received({ key, value: JSON.stringify(value) }));

describe('A wish', () => {
  it('travels as a record and is the same at the other end', () => {
    const record = wishRecord(wish);
    expect(record.key).toBe(KEY);
    expect(readWish(received(record))).toEqual({ wish });
  });

  it('that a flag is gone travels, too', () => {
    const gone = { ...wish, definition: null };
    expect(readWish(received(wishRecord(gone)))).toEqual({ wish: gone });
  });

  it('without a key of cluster and flag is nobody’s', () => {
    expect(read(wish, null)).toEqual({
      problem: 'its key must be a cluster and a flag: cluster/flag',
    });
  });

  it('under the key of another cluster or flag is refused', () => {
    expect(read(wish, 'staging-eu/new-checkout')).toEqual({
      problem:
        'its value is a wish for new-checkout in production-eu, and its key says another one',
      cluster: 'staging-eu',
      flag: 'new-checkout',
      revision: 7,
    });
    expect(read(wish, 'production-eu/other')).toMatchObject({
      flag: 'other',
      problem: expect.stringContaining('another one'),
    });
  });

  it('that is a tombstone says whose it is, and that it has no value', () => {
    expect(readWish(received({ key: KEY }))).toEqual({
      problem: 'it has no value',
      cluster: 'production-eu',
      flag: 'new-checkout',
    });
  });

  it('that is no JSON is refused without repeating it', () => {
    const answer = readWish(received({ key: KEY, value: 'hunter2 {' }));
    expect(answer).toEqual({
      problem: 'its value is no JSON',
      cluster: 'production-eu',
      flag: 'new-checkout',
    });
  });

  it('of another version says so in a sentence of its own', () => {
    expect(read({ ...wish, version: 2, more: 'to come' })).toMatchObject({
      problem:
        'it is of version 2 of the messages, and only version 1 is known here',
      revision: 7,
    });
  });

  it.each([
    ['a revision that is none', { revision: 0 }, 'revision: must be'],
    ['a revision no number holds', { revision: 1e300 }, 'revision: is too'],
    ['a moment that is none', { wishedAt: 'now' }, 'wishedAt: must be an ISO'],
    ['a field that nobody knows', { force: true }, "'force'"],
    ['no definition', { definition: undefined }, 'definition: '],
    [
      'a definition with a wrong state',
      { definition: { ...wish.definition, state: 'MAYBE' } },
      'definition.state: ',
    ],
    [
      'a definition without variants',
      { definition: { ...wish.definition, variants: {} } },
      'definition.variants: must have at least one variant',
    ],
  ])('with %s says where it is wrong', (_, change, sentence) => {
    expect(read({ ...wish, ...change })).toMatchObject({
      problem: expect.stringContaining(sentence),
      cluster: 'production-eu',
      flag: 'new-checkout',
    });
  });

  it('with many things wrong tells the first, and how many more there are', () => {
    const { problem } = read({}) as { problem: string };
    expect(problem.split('; ')).toHaveLength(4);
    expect(problem).toMatch(/; and \d+ more$/);
  });

  it('that is nested deeper than anything can walk is refused', () => {
    const value = `{"version":1,"definition":${'['.repeat(50_000)}${']'.repeat(
      50_000,
    )}}`;
    expect(readWish(received({ key: KEY, value }))).toMatchObject({
      problem: 'its value is nested too deeply: at most 80 levels',
    });
  });
});

describe('A wish, where signatures are wanted', () => {
  const keys = createSigningKeys();
  const signer = createSigner({ key: 'portal', ...keys });
  const verifier = createVerifier([{ key: 'portal', ...keys }]);

  it('is taken where the portal has signed it', () => {
    const record = received(signer.sign(wishRecord(wish)));
    expect(readWish(record, verifier)).toEqual({ wish });
  });

  it('is refused where it is not signed, and says whose it would be', () => {
    expect(readWish(received(wishRecord(wish)), verifier)).toEqual({
      problem: 'it is not signed',
      cluster: 'production-eu',
      flag: 'new-checkout',
      revision: 7,
    });
  });

  it('is refused under another key than the one it was signed with', () => {
    const record = received({
      ...signer.sign(wishRecord(wish)),
      key: 'staging-eu/new-checkout',
    });
    expect(readWish(record, verifier)).toMatchObject({
      problem:
        'its signature with the key portal is not that of its key and value',
    });
  });

  it('may be signed where nobody checks', () => {
    expect(readWish(received(signer.sign(wishRecord(wish))))).toEqual({ wish });
  });
});
