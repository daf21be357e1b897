import { ConfigReader } from '@backstage/config';
import { readSettings } from './readSettings';

const weekend = {
  from: { day: 'friday', time: '16:00' },
  to: { day: 'sunday', time: '08:00' },
  timeZone: 'Europe/Berlin',
  reason: 'weekend',
};
const fleet = {
  environments: ['staging', 'production'].map(name => ({ name, title: name })),
};
const read = (locks?: object) =>
  readSettings(new ConfigReader({ sphera: { locks: locks as any } }), fleet);

describe('the settings of locks', () => {
  it('may be absent: then unknown services are not let through', () => {
    expect(read()).toEqual({ allowUnknownServices: false, windows: [] });
  });

  it('name services in short or in full', () => {
    const [window] = read({
      windows: [{ ...weekend, service: 'Payments' }],
    }).windows;
    expect(window).toEqual({
      ...weekend,
      service: 'component:default/payments',
      actions: ['deploy'],
      id: 'configured-1',
      origin: 'configuration',
      setIn: 'sphera.locks.windows[0]',
    });
  });

  it.each([
    [
      'an unknown word',
      { unknownServices: 'maybe' },
      "sphera.locks.unknownServices: Invalid enum value. Expected 'deny' | 'allow'",
    ],
    [
      'an unknown key',
      { window: [] },
      "sphera.locks: Unrecognized key(s) in object: 'window'",
    ],
    [
      'a missing reason',
      { windows: [{ ...weekend, reason: undefined }] },
      'sphera.locks.windows[0].reason: is missing',
    ],
    [
      'a time that is none',
      { windows: [weekend, { ...weekend, to: { day: 'sunday', time: '8' } }] },
      'sphera.locks.windows[1].to.time: must be a time of day, like 16:00',
    ],
    [
      'a time zone that is none',
      { windows: [{ ...weekend, timeZone: 'CETT' }] },
      'sphera.locks.windows[0].timeZone: must be a time zone, like Europe/Berlin',
    ],
    [
      'a window that ends when it begins',
      { windows: [{ ...weekend, to: weekend.from }] },
      'sphera.locks.windows[0].to: must be another moment of the week than the beginning',
    ],
    [
      'an environment nobody defined',
      { windows: [{ ...weekend, environment: 'prod' }] },
      'sphera.locks.windows[0].environment: "prod" is not one of sphera.fleet.environments (staging, production)',
    ],
  ])('stop the start for %s, naming the key', (_what, locks, message) => {
    expect(() => read(locks)).toThrow(message);
  });
});
