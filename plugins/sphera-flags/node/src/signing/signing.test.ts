import { generateKeyPairSync } from 'node:crypto';
import { received } from '../messages/__testUtils__/messages';
import { createSigningKeys } from './createSigningKeys';
import { SIGNATURE_HEADER } from './signature';
import { createSigner } from './Signer';
import { createVerifier } from './Verifier';

const keys = createSigningKeys();
const others = createSigningKeys();
const record = { key: 'production-eu/new-checkout', value: '{"revision":7}' };
const signer = createSigner({ key: 'portal-2027', ...keys });
const verifier = createVerifier([{ key: 'portal-2027', ...keys }]);

const signed = () => received(signer.sign(record));
const withHeader = (header: string) =>
  received({ ...record, headers: { [SIGNATURE_HEADER]: header } });

describe('A signed record', () => {
  it('has its signature in a header, and is otherwise as it was', () => {
    const sent = signer.sign({ ...record, headers: { trace: '1' } });
    expect(sent).toEqual({
      ...record,
      headers: {
        trace: '1',
        [SIGNATURE_HEADER]: expect.stringMatching(
          /^portal-2027:[A-Za-z0-9+/]{86}==$/,
        ),
      },
    });
  });

  it('is taken by who knows the public key', () => {
    expect(verifier.check(signed())).toBeUndefined();
  });

  it('is taken by who knows several keys, while one is replaced by another', () => {
    const both = createVerifier([
      { key: 'portal-2026', ...others },
      { key: 'portal-2027', ...keys },
    ]);
    const old = createSigner({ key: 'portal-2026', ...others });
    expect(both.check(signed())).toBeUndefined();
    expect(both.check(received(old.sign(record)))).toBeUndefined();
  });

  it.each([
    ['another value', { value: '{"revision":8}' }],
    ['another key', { key: 'production-us/new-checkout' }],
    ['no value', { value: null }],
    [
      'what was signed cut elsewhere',
      { key: 'production-eu/new-checkout\n{"revision"', value: ':7}' },
    ],
  ])('is refused with %s', (_, change) => {
    expect(verifier.check({ ...signed(), ...change })).toBe(
      'its signature with the key portal-2027 is not that of its key and value',
    );
  });

  it('is refused where another key of the same id signed it', () => {
    const forger = createSigner({ key: 'portal-2027', ...others });
    expect(verifier.check(received(forger.sign(record)))).toMatch(
      /^its signature with the key portal-2027 is not/,
    );
  });

  it('is refused where its key is not known, naming those that are', () => {
    const other = createSigner({ key: 'somebody', ...others });
    expect(verifier.check(received(other.sign(record)))).toBe(
      'it is signed with the key somebody, which is not known here: portal-2027 would be',
    );
  });

  it('is refused without a signature, and with a header that is none', () => {
    expect(verifier.check(received(record))).toBe('it is not signed');
    for (const header of ['', 'portal-2027', 'portal-2027:AAAA', ':', '💥:x']) {
      expect(verifier.check(withHeader(header))).toMatch(/is no signature/);
    }
  });
});

describe('Keys that are none', () => {
  const rsa = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const broken = keys.privateKey.replace(/.{8}\n-----END/, '\n-----END');
  const sentenceOf = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      return String(error);
    }
    return undefined;
  };

  it.each([
    ['an RSA key', rsa.privateKey],
    ['a public key', keys.publicKey],
    ['half a key', broken],
    ['something else', 'hunter2'],
    ['nothing', ''],
  ])('do not sign: %s', (_, privateKey) => {
    const sentence = sentenceOf(() =>
      createSigner({ key: 'mine', privateKey }),
    );
    expect(sentence).toBe(
      'Error: The signing key mine must be an Ed25519 private key as PEM (BEGIN PRIVATE KEY), without a passphrase',
    );
  });

  it.each([
    ['an RSA key', rsa.publicKey],
    ['something else', 'hunter2'],
    ['nothing', ''],
  ])('do not verify: %s', (_, publicKey) => {
    expect(sentenceOf(() => createVerifier([{ key: 'mine', publicKey }]))).toBe(
      'Error: The key mine must be an Ed25519 public key as PEM (BEGIN PUBLIC KEY)',
    );
  });

  it('are refused where signatures are checked and a private key is given', () => {
    const sentence = sentenceOf(() =>
      createVerifier([{ key: 'mine', publicKey: keys.privateKey }]),
    );
    expect(sentence).toMatch(/The key mine is a private key/);
    const secret = keys.privateKey.split('\n')[1];
    expect(sentence).not.toContain(secret.slice(-12));
  });

  it('need an id that can stand in a header, once each, and one at least', () => {
    expect(sentenceOf(() => createSigner({ key: 'a:b', ...keys }))).toMatch(
      /The id of a signing key/,
    );
    expect(
      sentenceOf(() =>
        createVerifier([
          { key: 'a', ...keys },
          { key: 'a', ...others },
        ]),
      ),
    ).toMatch(/The key a is given twice/);
    expect(sentenceOf(() => createVerifier([]))).toMatch(/at least one/);
  });
});
