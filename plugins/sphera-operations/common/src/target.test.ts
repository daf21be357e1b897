import { formatTarget, parseTarget } from './target';

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
