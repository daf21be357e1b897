import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered, planned, PRODUCTION } from './__testUtils__/asking';
import { type Portal, startRollback } from './__testUtils__/startRollback';

let portal: Portal;
beforeEach(async () => {
  portal = await startRollback({ follows: true });
  await portal.seen();
});
afterEach(() => portal.stop());

const start = (service: string, version: string) =>
  answered(portal, 'start-rollback', {
    service,
    environment: PRODUCTION,
    version,
    reason: 'nobody can pay',
  });

/** A rollback or roll-forward once it is over, with Slack told of its end. */
const ended = (id: string) =>
  eventually(async () => {
    const rollback = await answered(portal, 'get-rollback', { id });
    expect(rollback.state).not.toBe('running');
    expect(rollback.slack).toMatchObject({ state: 'sent' });
    return rollback;
  }, 120_000);

const stepsOf = ({ steps }: any) =>
  Object.fromEntries(steps.map(({ name, state }: any) => [name, state]));

async function versionsOf(service: string) {
  const { items } = await answered(portal, 'list-deployments', {
    service,
    environment: PRODUCTION,
  });
  return items.map(({ version }: any) => version);
}

async function deployLocksOn(service: string): Promise<string[]> {
  const { items } = await answered(portal, 'list-locks', {
    service,
    environment: PRODUCTION,
  });
  return items.map(({ id }: any) => id);
}

describe('from the button to the pods', () => {
  it.each([
    ['quotes', '4.11.7', 2],
    ['tracker', '11.4.0', 1],
    ['dispatch', '6.2.0', 2],
  ])('%s goes by a push', async (service, version, files) => {
    const { id } = await start(service, version);
    const rollback = await ended(id);
    expect(rollback).toMatchObject({
      state: 'done',
      commits: [{ isPushed: true }],
      clusters: [{ state: 'ready' }, { state: 'ready' }],
    });
    expect(rollback.files).toHaveLength(files);
    expect(stepsOf(rollback)).toEqual({
      commit: 'done',
      push: 'done',
      unlock: 'skipped',
      sync: 'skipped',
      'roll-out': 'done',
      lock: 'done',
    });
    expect(await versionsOf(service)).toEqual([version, version]);
    expect(await deployLocksOn(service)).toEqual([id]);
  });

  it('payments goes by a pull request, and Argo CD brings it', async () => {
    const { id } = await start('payments', '2.29.0');
    const rollback = await ended(id);
    expect(rollback).toMatchObject({
      state: 'done',
      commits: [
        { isPushed: true, pullRequest: { number: expect.any(Number) } },
      ],
      clusters: [
        {
          state: 'ready',
          application: { name: 'payments-production-eu', sync: 'Synced' },
        },
        { application: { name: 'payments-production-us', sync: 'Synced' } },
      ],
    });
    expect(stepsOf(rollback)).toMatchObject({ push: 'done', sync: 'done' });
    expect(await versionsOf('payments')).toEqual(['2.29.0', '2.29.0']);
  });

  it('tells one message, which is edited at the end', async () => {
    const { id } = await start('quotes', '4.11.7');
    await ended(id);
    expect(portal.world.slack.messages('incidents')).toHaveLength(1);
    expect(portal.world.slackServer.calls('chat.postMessage')).toBe(1);
    expect(portal.world.slackServer.calls('chat.update')).toBeGreaterThan(0);
  });

  it('goes forward again, and its lock is taken off', async () => {
    const { id } = await start('quotes', '4.11.7');
    await ended(id);
    const { body } = await portal.dana.ask('plan-roll-forward', { id });
    expect(body.locks).toEqual([]);
    expect(body.warnings).toEqual([
      'The deploy lock of the rollback from 4.12.1 to 4.11.7 is taken off',
    ]);
    const forward = await answered(portal, 'roll-forward', {
      id,
      reason: 'it was something else',
      plan: body.id,
    });
    expect(await ended(forward.id)).toMatchObject({
      kind: 'roll-forward',
      undoes: id,
      state: 'done',
    });
    expect(await versionsOf('quotes')).toEqual(['4.12.1', '4.12.1']);
    expect(await deployLocksOn('quotes')).toEqual([]);
    expect(await answered(portal, 'get-rollback', { id })).toMatchObject({
      undoneBy: forward.id,
      canRollForward: false,
    });
    const again = await portal.dana.ask('plan-roll-forward', { id });
    expect(again.status).toBe(409);
    expect(again.body.error.message).toContain(forward.id);
  });

  it('leaves its lock to the next rollback, which replaces it', async () => {
    const first = await start('quotes', '4.11.7');
    await ended(first.id);
    const plan = await planned(portal, 'quotes', '4.10.3');
    expect(plan.locks).toEqual([]);
    expect(plan.warnings).toContain(
      'The deploy lock of the rollback from 4.12.1 to 4.11.7 is taken off',
    );
    const second = await start('quotes', '4.10.3');
    expect(stepsOf(await ended(second.id))).toMatchObject({ unlock: 'done' });
    expect(await deployLocksOn('quotes')).toEqual([second.id]);
  });
});
