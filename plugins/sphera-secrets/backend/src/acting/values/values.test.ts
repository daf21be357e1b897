import { ALPHABETS, type Alphabet } from '@sphera/plugin-secrets-common';
import { versionToken } from '../versionToken';
import { makeUp } from './makeUp';

const place = { environment: 'staging', region: 'eu-central-1' };

describe('a value that is made up', () => {
  const inTurn = () => {
    let next = 0;
    return (below: number) => next++ % below;
  };

  it.each<[Alphabet, string]>([
    [
      'letters-and-digits',
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
    ],
    [
      'with-symbols',
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&*+-=?@^_~',
    ],
    ['readable', 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'],
    ['hex', '0123456789abcdef'],
    ['digits', '0123456789'],
  ])('of %s has each of its characters and no other', (alphabet, all) => {
    const { content } = makeUp({ length: all.length, alphabet }, inTurn());
    expect(content).toBe(all);
  });

  it('is possible with every alphabet that callers may name', () => {
    for (const alphabet of Object.keys(ALPHABETS) as Alphabet[]) {
      const value = makeUp({ length: 12, alphabet }, inTurn());
      expect(value).toMatchObject({ encoding: 'text' });
      expect(value.content).toHaveLength(12);
    }
  });
});

describe('the id of a version', () => {
  it('is the same for the same change in the same place, as AWS wants it', () => {
    const token = versionToken('change-one', place);
    expect(token).toBe(versionToken('change-one', { ...place }));
    expect(token).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is another one in each place and for each change', () => {
    const tokens = [
      versionToken('change-one', place),
      versionToken('change-two', place),
      versionToken('change-one', { ...place, region: 'us-east-1' }),
      versionToken('change-one', { ...place, environment: 'production' }),
    ];
    expect(new Set(tokens).size).toBe(4);
  });
});
