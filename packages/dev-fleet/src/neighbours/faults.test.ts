import { startKubernetesStandIn } from '../kubernetes/startKubernetesStandIn';
import { RegistryStandIn } from '../registry/RegistryStandIn';
import { SlackStandIn } from '../slack/SlackStandIn';
import { SlackWorkspace } from '../slack/SlackWorkspace';

describe('faults of Slack and the registry', () => {
  let standIn: Awaited<ReturnType<typeof startKubernetesStandIn>>;
  beforeEach(async () => {
    standIn = await startKubernetesStandIn({
      clusters: ['staging-eu'],
      accounts: [],
      neighbours: [
        new SlackStandIn(new SlackWorkspace([{ name: 'general' }]), {
          token: 'x',
        }),
        new RegistryStandIn({ images: {}, asks: 'basic' }),
      ],
    });
  });
  afterEach(() => standIn.stop());

  async function faults(wish?: object) {
    const response = await fetch(`${standIn.url}/faults`, {
      ...(wish && { method: 'POST', body: JSON.stringify(wish) }),
    });
    return response.json();
  }
  const call = (method: string) =>
    fetch(`${standIn.url}/slack/api/${method}`, { method: 'POST' });

  it('are switched each by its name, and told with all the others', async () => {
    await faults({ neighbour: 'slack', fault: 'broken' });
    await faults({ neighbour: 'registry', fault: 'busy' });
    expect(await faults()).toEqual({
      'staging-eu': 'none',
      slack: 'broken',
      registry: 'busy',
    });
    expect((await call('auth.test')).status).toBe(503);
    expect((await fetch(`${standIn.url}/v2/`)).status).toBe(429);
    await faults({ neighbour: 'slack', fault: 'none' });
    expect((await call('auth.test')).status).toBe(200);
  });

  it('hold for some calls, and for as many as was said', async () => {
    await faults({
      neighbour: 'slack',
      fault: 'broken',
      calls: ['auth.test'],
      times: 2,
    });
    expect((await call('chat.update')).status).toBe(200);
    expect((await call('auth.test')).status).toBe(503);
    expect((await call('auth.test')).status).toBe(503);
    expect((await call('auth.test')).status).toBe(200);
  });

  it('that there are not are refused', async () => {
    expect(await faults({ neighbour: 'slack', fault: 'sleepy' })).toEqual({
      error:
        '"fault" must be one of none, down, slow, broken, ratelimited, lost, gone, unauthorized.',
    });
  });
});
