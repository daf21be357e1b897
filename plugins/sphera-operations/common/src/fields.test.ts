import {
  actionsField,
  durationField,
  serviceField,
  timestampField,
} from './fields';

const read = (schema: any, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success
    ? parsed.data
    : `refused: ${parsed.error.issues[0].message}`;
};

describe('the field service', () => {
  it.each([
    ['payments', 'component:default/payments'],
    ['default/payments', 'component:default/payments'],
    ['component:default/payments', 'component:default/payments'],
    ['Component:Default/Payments', 'component:default/payments'],
    ['component:shop/payments', 'component:shop/payments'],
  ])('reads %s as %s', (text, ref) => {
    expect(read(serviceField, text)).toBe(ref);
  });

  it.each([
    '',
    'a b',
    'group:default/payments',
    'a/b/c',
    '../etc',
    'payments;',
  ])('refuses "%s"', text => {
    expect(read(serviceField, text)).toMatch(/^refused: must name a service/);
  });
});

describe('the field expiresIn', () => {
  it.each(['PT2H', 'P1D', 'PT30M', 'P1W'])('takes %s', text => {
    expect(read(durationField, text)).toBe(text);
  });

  it.each(['2h', 'PT0S', '-PT2H', 'P400D', 'forever'])('refuses %s', text => {
    expect(read(durationField, text)).toMatch(
      /^refused: must be an ISO 8601 duration/,
    );
  });
});

describe('the field expiresAt', () => {
  it('comes out in UTC', () => {
    expect(read(timestampField, '2026-11-24T16:00:00+01:00')).toBe(
      '2026-11-24T15:00:00.000Z',
    );
  });

  it.each([
    '2026-11-24',
    'tomorrow',
    '2026-11-24T16:00:00',
    '2026-13-40T16:00:00Z',
  ])('refuses %s', text => {
    expect(read(timestampField, text)).toMatch(/^refused: /);
  });
});

describe('the field actions', () => {
  it('refuses none, strange ones and repeated ones', () => {
    expect(read(actionsField, [])).toMatch(/at least one of deploy, merge/);
    expect(read(actionsField, ['fly'])).toMatch(/^refused/);
    expect(read(actionsField, ['deploy', 'deploy'])).toBe(
      'refused: names an action more than once',
    );
  });
});
