import { ConfigReader } from '@backstage/config';
import { checkCallers } from './checkCallers';
import { operations } from './knownPermissions';

const fleet = { environments: [{ name: 'staging', title: 'Staging' }] };
const check = (callers: object[], subject = 'ci-pipeline') =>
  checkCallers(
    new ConfigReader({
      backend: { auth: { externalAccess: [{ options: { subject } }] } },
      sphera: { policy: { callers } },
    } as any),
    { fleet, operations },
  );
const grant = {
  subject: 'ci-pipeline',
  operations: ['sphera-locks:lock', 'sphera-audit:*'],
  environments: ['staging'],
};

describe('the callers in the configuration', () => {
  it('may be granted what exists', () => {
    expect(() => check([grant])).not.toThrow();
  });

  it.each([
    [
      'an operation that does not exist',
      { ...grant, operations: ['sphera-locks:lok'] },
      'sphera.policy.callers[0].operations[0]: there is no "sphera-locks:lok"; there are',
    ],
    [
      'a plugin that does not exist',
      { ...grant, operations: ['sphera-loks:*'] },
      'sphera.policy.callers[0].operations[0]: there is no "sphera-loks:*"',
    ],
    [
      'an environment that does not exist',
      { ...grant, environments: ['moon'] },
      'sphera.policy.callers[0].environments[0]: there is no "moon"; there are staging',
    ],
  ])('stop the start with %s, naming the key', (_what, caller, message) => {
    expect(() => check([caller])).toThrow(message);
  });

  it('cannot pass for a plugin of the backend', () => {
    expect(() => check([], 'plugin:sphera-locks')).toThrow(
      'backend.auth.externalAccess[0].options.subject: must not begin with "plugin:"',
    );
  });
});
