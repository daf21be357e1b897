import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { fingerprintOf } from './fingerprintOf';

const definition: FlagDefinition = {
  state: 'ENABLED',
  variants: { on: true, off: false },
  defaultVariant: 'off',
  targeting: { if: [{ '==': [{ var: 'country' }, 'DE'] }, 'on'] },
};

describe('The fingerprint of a definition', () => {
  // Who writes an agent of their own has to come to the same one.
  it('is SHA-256 over its canonical JSON', () => {
    expect(fingerprintOf(definition)).toBe(
      '568cf692c26432d2de3a2e169ba71cbb8a630207f87106ef2b1426feb949dbb1',
    );
  });

  it('is the same whatever the order of keys, at any depth', () => {
    expect(
      fingerprintOf({
        targeting: { if: [{ '==': [{ var: 'country' }, 'DE'] }, 'on'] },
        defaultVariant: 'off',
        variants: { off: false, on: true },
        state: 'ENABLED',
      }),
    ).toBe(fingerprintOf(definition));
    const nested = (value: any) =>
      fingerprintOf({ ...definition, variants: { on: value, off: {} } });
    expect(nested({ a: { x: 1, y: 2 }, b: 3 })).toBe(
      nested({ b: 3, a: { y: 2, x: 1 } }),
    );
  });

  it('is another one where anything that counts differs', () => {
    const all = [
      definition,
      { ...definition, state: 'DISABLED' as const },
      { ...definition, defaultVariant: 'on' },
      { ...definition, variants: { on: true, off: false, old: false } },
      { ...definition, targeting: undefined },
      {
        ...definition,
        targeting: { if: [{ '==': ['DE', { var: 'country' }] }, 'on'] },
      },
    ];
    expect(new Set(all.map(each => fingerprintOf(each))).size).toBe(all.length);
  });

  it('is the same with an empty targeting as with none', () => {
    const { targeting, ...none } = definition;
    expect(fingerprintOf({ ...none, targeting: {} })).toBe(fingerprintOf(none));
  });

  it('leaves out what is written beside the definition', () => {
    const written = {
      ...definition,
      metadata: { service: 'payments', 'sphera-revision': 7 },
    };
    expect(fingerprintOf(written)).toBe(fingerprintOf(definition));
  });

  it('is null for a flag that is not there', () => {
    expect(fingerprintOf(null)).toBeNull();
  });

  it.each([
    [{}],
    [{ variants: null, targeting: 5 }],
    [{ targeting: 'text' }],
    [{ variants: JSON.parse(`${'['.repeat(9_000)}${']'.repeat(9_000)}`) }],
  ])('is found of whatever somebody wrote into a file (%#)', odd => {
    expect(fingerprintOf(odd as any)).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprintOf(odd as any)).not.toBe(fingerprintOf(definition));
  });
});
