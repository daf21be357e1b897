import { commonTarget, formatTarget, parseTarget } from './target';

describe('a target as one string', () => {
  it.each([
    [{}],
    [{ service: 'component:default/payments' }],
    [
      {
        service: 'component:default/payments',
        environment: 'production',
        region: 'eu-central-1',
        cluster: 'production-eu',
      },
    ],
  ])('can be read back: %j', target => {
    expect(parseTarget(formatTarget(target))).toEqual(target);
  });

  it('holds nothing that is no part of a target', () => {
    expect(parseTarget('service=a&owner=b')).toEqual({ service: 'a' });
  });
});

it('is in common to several what each of them says', () => {
  const service = 'component:default/payments';
  const staging = { service, environment: 'staging', region: 'eu' };
  const production = { service, environment: 'production', region: 'eu' };
  expect(commonTarget([staging, production])).toEqual({
    service,
    region: 'eu',
  });
  expect(commonTarget([staging, {}])).toEqual({});
  expect(commonTarget([staging])).toEqual(staging);
  expect(commonTarget([])).toEqual({});
});
