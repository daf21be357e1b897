import { quoted } from './words';

describe('words of Kubernetes', () => {
  it('quote messages, without the middle of long ones', () => {
    expect(quoted(undefined)).toBe('');
    expect(quoted(' no room.\n')).toBe(' (no room)');
    const long = quoted(`begin ${'x'.repeat(5_000)} end`);
    expect(long).toMatch(/^ \(begin x+ … x+ end\)$/);
    expect(long.length).toBeLessThan(210);
  });
});
