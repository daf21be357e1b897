import { ConfigReader } from '@backstage/config';
import { ring } from '../__testUtils__/doorbellOperations';
import { callerMay, readCallers } from './callers';

const read = (callers: unknown) =>
  readCallers(new ConfigReader({ sphera: { policy: { callers } } } as any));

describe('the callers in the policy', () => {
  it.each([
    [
      'no subject',
      [{ operations: ['a:b'] }],
      'sphera.policy.callers[0].subject: Required',
    ],
    [
      'an operation that is none',
      [{ subject: 'ci', operations: ['deploy'] }],
      'sphera.policy.callers[0].operations[0]: must be an operation like sphera-locks:gate',
    ],
    [
      'no operations',
      [{ subject: 'ci', operations: [] }],
      'sphera.policy.callers[0].operations',
    ],
    [
      'a field it does not know',
      [{ subject: 'ci', operations: ['a:b'], service: 'x' }],
      "sphera.policy.callers[0]: Unrecognized key(s) in object: 'service'",
    ],
  ])('stop the start with %s, naming the key', (_what, callers, message) => {
    expect(() => read(callers)).toThrow(message);
  });

  it('grant a whole plugin with a star', () => {
    const grants = read([{ subject: 'ci', operations: ['sphera-doorbell:*'] }]);
    expect(callerMay(grants, 'ci', ring, {})).toBe(true);
    expect(callerMay(grants, 'other', ring, {})).toBe(false);
  });

  it('are not asked for calls between the own plugins, but for those through MCP', () => {
    expect(callerMay([], 'plugin:sphera-rollback', ring, {})).toBe(true);
    expect(callerMay([], 'plugin:mcp-actions', ring, {})).toBe(false);
  });
});
