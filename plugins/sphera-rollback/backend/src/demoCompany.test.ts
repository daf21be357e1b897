import { startDemo } from './__testUtils__/startDemo';

let portal: Awaited<ReturnType<typeof startDemo>>;
beforeAll(async () => {
  portal = await startDemo();
  await portal.seen();
});
afterAll(() => portal.stop());

async function ask(operation: string, input: object): Promise<any> {
  const { body, status } = await portal.dana.ask(operation, input);
  expect({ operation, input, status, error: body.error }).toEqual({
    operation,
    input,
    status: 200,
  });
  return body;
}

/** Every service in every environment in which it runs, with its files. */
async function everywhere() {
  const found: Array<{ service: string; environment: string; files: any[] }> =
    [];
  for (const { metadata } of portal.services) {
    const { service, environments } = await ask('get-layout', {
      service: metadata.name,
    });
    const live = metadata.annotations?.['sphera.io/environments'];
    for (const { environment, files, problem } of environments) {
      const isLive = live?.split(',').includes(environment);
      expect({ service, environment, problem }).toEqual({
        service,
        environment,
        problem: isLive ? undefined : expect.stringContaining('catalog'),
      });
      if (isLive) found.push({ service, environment, files });
    }
  }
  return found;
}

/** The lines that a plan takes away and adds. */
const changedIn = ({ diff }: { diff: string }) =>
  diff.split('\n').filter(line => /^[+-](?![+-])/.test(line));

/** The line that has the version, with the one and with the other; nothing where it says so already. */
function asWritten(file: { diff: string; from: string; to: string }): string[] {
  if (file.from === file.to) return [];
  const [before] = changedIn(file);
  return [before, before.replace('-', '+').replace(file.from, file.to)];
}

describe('in the demo company', () => {
  it('every service can be rolled back wherever it runs', async () => {
    const places = await everywhere();
    expect(places.length).toBeGreaterThan(20);
    for (const { files } of places) {
      for (const file of files) {
        expect(file).toMatchObject({ version: expect.any(String) });
        expect(file).not.toHaveProperty('problem');
      }
    }
  });

  it('going back changes one line of each file, in every layout', async () => {
    const kinds = new Set<string>();
    for (const { service, environment } of await everywhere()) {
      const { items } = await ask('list-versions', { service, environment });
      const earlier = items.find((one: any) => !one.isCurrent);
      if (!earlier) continue;
      const { files } = await ask('plan-rollback', {
        service,
        environment,
        version: earlier.version,
      });
      for (const file of files) {
        kinds.add(file.kind);
        expect(changedIn(file)).toEqual(asWritten(file));
      }
    }
    expect([...kinds].sort()).toEqual([
      'application',
      'helm',
      'kustomize',
      'manifest',
    ]);
  });

  it('people are those of the catalog, and Slack channels those of services', async () => {
    const { items } = await ask('list-versions', {
      service: 'quotes',
      environment: 'production',
    });
    const who = items.map(({ deployedBy }: any) => deployedBy);
    expect(who).toContainEqual(expect.stringMatching(/^user:default\//));
    const plan = await ask('plan-rollback', {
      service: 'quotes',
      environment: 'production',
      version: '4.11.7',
    });
    expect(plan.channel).toMatch(/^#?booking$/);
  });

  it('a plan leaves out where the version is to run already when it says what it leads away from', async () => {
    const { from, files } = await ask('plan-rollback', {
      service: 'quotes',
      environment: 'production',
      version: '4.11.7',
    });
    expect(files.map((file: any) => file.from)).toContain('4.11.7');
    expect(from).toBe('4.12.1');
  });

  it('the way back of bookings leads past a migration', async () => {
    const { migrations } = await ask('plan-rollback', {
      service: 'bookings',
      environment: 'production',
      version: '7.2.1',
    });
    expect(migrations).toMatchObject([{ version: '7.3.0' }]);
  });
});
