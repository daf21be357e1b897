import { FlagdProvider } from '@openfeature/flagd-provider';
import { OpenFeature, type Client } from '@openfeature/server-sdk';
import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { AgentOfTest } from './__testUtils__/AgentOfTest';
import { OFF, ON } from './__testUtils__/definitions';

let agent: AgentOfTest;
beforeEach(async () => {
  agent = await AgentOfTest.make();
});
afterEach(async () => {
  await OpenFeature.close();
  await agent.remove();
});

const flag = (
  variants: FlagDefinition['variants'],
  defaultVariant: string,
  targeting?: FlagDefinition['targeting'],
): FlagDefinition => ({
  state: 'ENABLED',
  variants,
  defaultVariant,
  ...(targeting && { targeting }),
});

/** What an application reads, once the agent has written these flags. */
async function applicationWith(
  definitions: Record<string, FlagDefinition>,
): Promise<Client> {
  await agent.portal.wish(
    ...Object.entries(definitions).map(([name, definition]) => ({
      flag: name,
      definition,
    })),
  );
  agent.start();
  await eventually(async () =>
    expect(Object.keys(await agent.flags()).sort()).toEqual(
      Object.keys(definitions).sort(),
    ),
  );
  await OpenFeature.setProviderAndWait(
    new FlagdProvider({
      resolverType: 'in-process',
      offlineFlagSourcePath: agent.path,
    }),
  );
  return OpenFeature.getClient();
}

describe('An application with an OpenFeature SDK gets what the agent wrote:', () => {
  it('booleans, texts, numbers and objects', async () => {
    const app = await applicationWith({
      shown: ON,
      colour: flag({ red: '#f00', blue: '#00f' }, 'blue'),
      limit: flag({ low: 10, high: 2.5e3 }, 'high'),
      layout: flag({ wide: { columns: 3, tags: ['a'] } }, 'wide'),
    });
    expect(await app.getBooleanValue('shown', false)).toBe(true);
    expect(await app.getStringValue('colour', 'none')).toBe('#00f');
    expect(await app.getNumberValue('limit', 0)).toBe(2_500);
    expect(await app.getObjectValue('layout', {})).toEqual({
      columns: 3,
      tags: ['a'],
    });
  });

  it('who wishes it, as metadata', async () => {
    const app = await applicationWith({ shown: ON });
    const details = await app.getBooleanDetails('shown', false);
    expect(details).toMatchObject({
      variant: 'on',
      flagMetadata: {
        service: 'component:default/checkout',
        'sphera-revision': 1,
      },
    });
  });

  it('a percentage: about that many, and each always the same', async () => {
    const app = await applicationWith({
      shown: flag({ on: true, off: false }, 'off', {
        fractional: [
          ['on', 25],
          ['off', 75],
        ],
      }),
    });
    const asked = async (person: number) =>
      app.getBooleanValue('shown', false, { targetingKey: `person-${person}` });
    const people = Array.from({ length: 400 }, (_, at) => at);
    const first = await Promise.all(people.map(asked));
    expect(await Promise.all(people.map(asked))).toEqual(first);
    const on = first.filter(Boolean).length;
    expect(on).toBeGreaterThan(60);
    expect(on).toBeLessThan(140);
  });

  it('what rules say about who asks', async () => {
    const app = await applicationWith({
      shown: flag({ on: true, off: false }, 'off', {
        if: [{ ends_with: [{ var: 'email' }, '@example.com'] }, 'on', 'off'],
      }),
    });
    const asked = async (email: string) =>
      app.getBooleanValue('shown', false, { email });
    expect(await asked('dana@example.com')).toBe(true);
    expect(await asked('dana@example.org')).toBe(false);
  });

  it('its own default where a flag is disabled or not there', async () => {
    const app = await applicationWith({
      disabled: { ...OFF, state: 'DISABLED' },
    });
    expect(await app.getBooleanValue('disabled', true)).toBe(true);
    expect(await app.getBooleanValue('absent', true)).toBe(true);
  });

  it('each later change, and its own default once a flag is gone', async () => {
    const app = await applicationWith({ shown: ON });
    expect(await app.getBooleanValue('shown', false)).toBe(true);
    await agent.portal.wish({ flag: 'shown', revision: 2, definition: OFF });
    await eventually(async () =>
      expect(await app.getBooleanValue('shown', true)).toBe(false),
    );
    await agent.portal.wish({ flag: 'shown', revision: 3, definition: null });
    await eventually(async () =>
      expect(await app.getBooleanValue('shown', true)).toBe(true),
    );
  }, 60_000);
});
