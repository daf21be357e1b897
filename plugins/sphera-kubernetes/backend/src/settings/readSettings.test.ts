import { ConfigReader } from '@backstage/config';
import { readSettings } from './readSettings';

const fleet = {
  environments: ['staging', 'production'].map(name => ({ name, title: name })),
};
const read = (kubernetes?: object) =>
  readSettings(
    new ConfigReader({ sphera: { kubernetes: kubernetes as any } }),
    fleet,
  );
const MINUTE = 60_000;

describe('the settings of Kubernetes', () => {
  it('may be absent', () => {
    const settings = read();
    expect(settings).toMatchObject({
      coolDown: 5 * MINUTE,
      behindAfter: 3 * 24 * 60 * MINUTE,
      guardrails: [],
      clusterLocks: {
        enabled: true,
        namespace: 'sphera-system',
        name: 'sphera-locks',
      },
    });
    expect(settings.ignoresVariable('AWS_REGION')).toBe(true);
    expect(settings.ignoresVariable('LOG_LEVEL')).toBe(false);
  });

  it('take lengths of time as Backstage writes them, and as ISO 8601', () => {
    expect(
      read({
        restart: { coolDown: { minutes: 1, seconds: 30 } },
        drift: { behindAfter: 'PT12H' },
      }),
    ).toMatchObject({ coolDown: 1.5 * MINUTE, behindAfter: 12 * 60 * MINUTE });
  });

  it('name teams and services in short or in full, and say where each rule is set', () => {
    expect(
      read({
        guardrails: [
          { ceiling: 10 },
          { team: 'Payments', service: 'component:default/ledger', floor: 2 },
        ],
      }).guardrails,
    ).toMatchObject([
      { ceiling: 10, setIn: 'sphera.kubernetes.guardrails[0]' },
      {
        team: 'group:default/payments',
        service: 'component:default/ledger',
        floor: 2,
        setIn: 'sphera.kubernetes.guardrails[1]',
      },
    ]);
  });

  it('may ignore other variables', () => {
    const { ignoresVariable } = read({
      drift: { ignoreVariables: ['DB_*', 'POD.IP'] },
    });
    expect(['DB_HOST', 'db_host', 'POD.IP'].map(ignoresVariable)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['AWS_REGION', 'PODXIP'].map(ignoresVariable)).toEqual([
      false,
      false,
    ]);
  });

  it.each([
    [{ restart: { coolDown: 'soon' } }, 'restart.coolDown: must be a length'],
    [
      { restart: { coolDown: { minute: 5 } } },
      "restart.coolDown: Unrecognized key(s) in object: 'minute'",
    ],
    [
      { drift: { behindAfter: '-PT1H' } },
      'drift.behindAfter: must be a length',
    ],
    [{ guardrails: [{ floor: 0 }] }, 'guardrails[0].floor: must be at least 1'],
    [
      { guardrails: [{ floor: 5, ceiling: 4 }] },
      'guardrails[0].ceiling: must be at least the floor',
    ],
    [
      { guardrails: [{ environment: 'prod', ceiling: 4 }] },
      'guardrails[0].environment: "prod" is not one of sphera.fleet.environments (staging, production)',
    ],
    [{ clusterLocks: { name: 'A b' } }, 'clusterLocks.name: must be a name'],
    [
      { restarts: {} },
      "sphera.kubernetes: Unrecognized key(s) in object: 'restarts'",
    ],
  ])('%j stops the start and names the key', (kubernetes, message) => {
    expect(() => read(kubernetes)).toThrow(message);
  });
});
