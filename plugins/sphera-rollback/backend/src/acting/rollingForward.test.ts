import { answered, refused } from '../__testUtils__/asking';
import { helmValues } from '../__testUtils__/files';
import { type Portal, startRollback } from '../__testUtils__/startRollback';
import { commitsOf } from '../running/__testUtils__/logOf';
import { StoppingPoint } from '../running/__testUtils__/StoppingPoint';
import { begin, ended, locksOn } from './__testUtils__/rollingBack';

describe('rolling forward', () => {
  let portal: Portal;
  const start = async (options: Parameters<typeof startRollback>[0] = {}) => {
    portal = await startRollback({ follows: true, ...options });
    await portal.seen();
  };
  afterEach(() => portal.stop());
  const forward = (id: string, more: object = {}) =>
    portal.dana.ask('roll-forward', { id, reason: 'it is repaired', ...more });

  it('takes a rollback back, with its lock, and places none', async () => {
    await start();
    const id = await begin(portal);
    await ended(portal, id);
    const { body } = await forward(id);
    expect(await ended(portal, body.id)).toMatchObject({
      kind: 'roll-forward',
      undoes: id,
      state: 'done',
      sentence: '4.12.1 runs in production',
      canRollForward: false,
    });
    expect(await locksOn(portal)).toEqual([]);
    expect(await answered(portal, 'get-rollback', { id })).toMatchObject({
      undoneBy: body.id,
      canRollForward: false,
    });
    const [commit] = await commitsOf(portal.world, body.id);
    expect(commit.subject).toBe('Roll quotes in production forward to 4.12.1');
    expect(commit.body).toContain(`Sphera-Undoes: ${id}`);
  });

  it('ends a rollback that is still under way, and takes off the lock that it has placed by then', async () => {
    const at = new StoppingPoint('before the end of roll-out');
    await start({ plugin: at.plugin });
    const id = await begin(portal);
    await at.reached();
    const { body, status } = await forward(id);
    expect(status).toBe(200);
    at.goOn();
    expect(await ended(portal, body.id)).toMatchObject({ state: 'done' });
    expect(await answered(portal, 'get-rollback', { id })).toMatchObject({
      state: 'failed',
      sentence: `user:default/dana rolled it forward before it was over (${body.id})`,
    });
    expect(await locksOn(portal)).toEqual([]);
    expect(await commitsOf(portal.world, id)).toHaveLength(1);
  });

  it('is refused a second time', async () => {
    await start();
    const id = await begin(portal);
    await ended(portal, id);
    const { body } = await forward(id);
    await ended(portal, body.id);
    expect(await refused(forward(id), 409)).toContain(body.id);
  });

  it('is refused where somebody changed the file since, naming who', async () => {
    await start();
    const id = await begin(portal);
    await ended(portal, id);
    await portal.world.push('deployments', {
      files: {
        'booking/quotes/production/eu-central-1/values.yaml': helmValues(
          'quotes',
          '4.12.2',
        ),
      },
      message: 'quotes 4.12.2',
    });
    expect(await refused(forward(id), 409)).toContain('Dana Okafor');
  });
});
