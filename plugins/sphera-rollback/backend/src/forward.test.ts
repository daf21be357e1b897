import { eventually } from '@sphera/plugin-operations-common/testUtils';
import {
  answered,
  FRANKFURT,
  PRODUCTION,
  QUOTES,
  refused,
  valuesOf,
  VIRGINIA,
} from './__testUtils__/asking';
import { helmValues } from './__testUtils__/files';
import { type Portal, startRollback } from './__testUtils__/startRollback';

let portal: Portal;
beforeEach(async () => {
  portal = await startRollback();
  await portal.seen();
});
afterEach(() => portal.stop());

/** Rolls back to 4.11.7 and waits until that is in the repository. */
async function rolledBack(more: object = {}): Promise<string> {
  const { id } = await answered(portal, 'start-rollback', {
    service: 'quotes',
    environment: PRODUCTION,
    version: '4.11.7',
    reason: 'prices are wrong',
    ...more,
  });
  await eventually(async () => {
    const { commits } = await answered(portal, 'get-rollback', { id });
    expect(commits).toMatchObject([{ isPushed: true }]);
  });
  return id;
}
const forward = (id: string) => portal.dana.ask('plan-roll-forward', { id });

describe('the plan of a roll-forward', () => {
  it('has each file say again what it said before', async () => {
    const id = await rolledBack();
    await eventually(async () => {
      const { body } = await forward(id);
      expect(body).toMatchObject({
        service: QUOTES,
        environment: PRODUCTION,
        from: '4.11.7',
        version: '4.12.1',
        files: [
          { path: valuesOf(FRANKFURT), from: '4.11.7', to: '4.12.1' },
          { path: valuesOf(VIRGINIA), from: '4.11.7', to: '4.12.1' },
        ],
        lockAfterwards: false,
        obstacles: [],
      });
      expect(body).not.toHaveProperty('versionsBack');
    });
  });

  it('is about the regions of the rollback alone', async () => {
    const id = await rolledBack({ regions: [VIRGINIA] });
    await eventually(async () => {
      const { body } = await forward(id);
      expect(body).toMatchObject({
        regions: [VIRGINIA],
        files: [{ path: valuesOf(VIRGINIA), to: '4.12.1' }],
      });
    });
  });

  it('is refused where somebody changed a file since, naming them', async () => {
    const id = await rolledBack();
    await portal.world.push('deployments', {
      files: { [valuesOf(VIRGINIA)]: helmValues('quotes', '4.12.2') },
      message: 'quotes 4.12.2',
      author: { name: 'Jonas Weber', email: 'jonas@example.com' },
    });
    await eventually(async () => {
      const sentence = await refused(forward(id), 409);
      expect(sentence).toContain(
        `${valuesOf(VIRGINIA)} says 4.12.2, since Jonas Weber changed it`,
      );
      expect(sentence).toContain('the rollback had left it at 4.11.7');
    });
  });

  it('is told apart from another rollback of the same service', async () => {
    await rolledBack();
    const { body, status } = await portal.dana.ask('plan-rollback', {
      service: 'quotes',
      environment: PRODUCTION,
      version: '4.10.3',
    });
    expect(status).toBe(200);
    expect(body.obstacles).toEqual([
      expect.stringMatching(
        /^Another rollback is under way: to 4\.11\.7, started by user:default\/dana/,
      ),
    ]);
  });
});

describe('rollbacks that are and that were', () => {
  it('are listed by service, environment and state', async () => {
    const id = await rolledBack();
    for (const [question, ids] of [
      [{}, [id]],
      [{ service: 'quotes', environment: PRODUCTION }, [id]],
      [{ state: 'running' }, [id]],
      [{ state: 'done' }, []],
      [{ service: 'dispatch' }, []],
      [{ environment: 'staging' }, []],
    ] as const) {
      const page = await answered(portal, 'list-rollbacks', question);
      expect(page.items.map((one: { id: string }) => one.id)).toEqual(ids);
      expect(page.totalItems).toBe(ids.length);
    }
  });

  it('are named where the service is looked at', async () => {
    const id = await rolledBack();
    const { environments } = await answered(portal, 'get-layout', {
      service: 'quotes',
    });
    expect(environments[1].active).toEqual({ id, version: '4.11.7' });
    expect(environments[0]).not.toHaveProperty('active');
  });

  it('are the work of who started them, where versions are listed', async () => {
    const id = await rolledBack();
    await eventually(async () => {
      const { items } = await answered(portal, 'list-versions', {
        service: 'quotes',
        environment: PRODUCTION,
      });
      expect(items[0]).toMatchObject({
        version: '4.11.7',
        deployedBy: 'user:default/dana',
        runs: [{ rollback: id }, { rollback: id }, {}, {}],
      });
    });
  });
});
