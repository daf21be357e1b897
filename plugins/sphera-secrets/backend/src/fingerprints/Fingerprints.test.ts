import type { SecretValue } from '../adapters/SecretsClient';
import { Fingerprints } from './Fingerprints';
import { inherited } from './inherited';

const key = (id: string) => ({ id, secret: id.repeat(16) });
const text = (content: string): SecretValue => ({ encoding: 'text', content });
const fingerprints = new Fingerprints([key('2026'), key('2025')]);
const digest = (...question: Parameters<Fingerprints['of']>) =>
  fingerprints.of(...question).digest;

describe('the fingerprint of a value', () => {
  it('is the same for the same value of a service, whichever version holds it', () => {
    expect(digest('payments', text('value'), 'one')).toBe(
      digest('payments', text('value'), 'two'),
    );
  });

  it.each([
    ['another value', 'payments', text('other')],
    ['another service', 'quotes', text('value')],
    ['the same bytes as binary', 'payments', binary('value')],
    [
      'a service whose name ends like the value begins',
      'paymentsv',
      text('alue'),
    ],
  ])('is another one for %s', (_, service, value) => {
    expect(digest(service, value, 'one')).not.toBe(
      digest('payments', text('value'), 'one'),
    );
  });

  it('is made with the first key, and says so', () => {
    const fingerprint = fingerprints.of('payments', text('value'), 'one');
    expect(fingerprint).toMatchObject({ keyId: '2026', versionId: 'one' });
    expect(fingerprints.isCurrent(fingerprint)).toBe(true);
    expect(fingerprints.isCurrent({ keyId: '2025' })).toBe(false);
    const other = new Fingerprints([key('2025')]);
    expect(other.of('payments', text('value'), 'one').digest).not.toBe(
      fingerprint.digest,
    );
  });
});

describe('fingerprints of earlier values', () => {
  const of = (versionId: string) =>
    fingerprints.of('payments', text(versionId), versionId);
  const seenInTurn = (...versions: string[]) =>
    versions.reduce<Parameters<typeof inherited>[0]>(
      (known, version) => ({
        ...inherited(known, version),
        fingerprint: of(version),
      }),
      { earlier: [] },
    );

  it('are the last three, the newest first', () => {
    const { earlier } = seenInTurn('a', 'b', 'c', 'd', 'e');
    expect(earlier).toEqual([of('d'), of('c'), of('b')]);
  });

  it('become the current one again where somebody goes back', () => {
    const back = inherited(seenInTurn('a', 'b', 'c'), 'b');
    expect(back).toEqual({ fingerprint: of('b'), earlier: [of('c'), of('a')] });
  });

  it('stay as they are where the version is the same', () => {
    const known = seenInTurn('a', 'b');
    expect(inherited(known, 'b')).toEqual(known);
  });
});

function binary(content: string): SecretValue {
  return {
    encoding: 'binary',
    content: Buffer.from(content).toString('base64'),
  };
}
