import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered, valuesOf } from '../__testUtils__/asking';
import { helmValues } from '../__testUtils__/files';
import { type Portal, startRollback } from '../__testUtils__/startRollback';
import {
  begin,
  ended,
  locksOn,
  stepsOf,
} from '../acting/__testUtils__/rollingBack';
import { commitsOf, logOf } from './__testUtils__/logOf';
import { StoppingPoint } from './__testUtils__/StoppingPoint';

const slackIs = (fault: string) => ({ neighbour: 'slack', fault });
const FRANKFURT_FILE = valuesOf('eu-central-1');

describe('in bad weather a rollback', () => {
  let portal: Portal;
  let at: StoppingPoint;
  beforeEach(async () => {
    at = new StoppingPoint('after the end of commit');
    portal = await startRollback({ follows: true, plugin: at.plugin });
    await portal.seen();
  });
  afterEach(() => portal.stop());

  it('is pushed on top of what somebody else pushed meanwhile', async () => {
    const id = await begin(portal);
    await at.reached();
    const other = await portal.world.push('deployments', {
      files: { 'README.md': 'something else\n' },
      message: 'Something else',
    });
    at.goOn();
    expect(await ended(portal, id)).toMatchObject({ state: 'done' });
    const [commit, before] = await logOf(portal.world, 'deployments');
    expect(commit.body).toContain(id);
    expect(before.hash).toBe(other);
    expect(await commitsOf(portal.world, id)).toHaveLength(1);
  });

  it('stops where somebody changed the same line meanwhile, naming who, and changes nothing', async () => {
    const id = await begin(portal);
    await at.reached();
    const other = await portal.world.push('deployments', {
      files: { [FRANKFURT_FILE]: helmValues('quotes', '4.12.2') },
      message: 'quotes 4.12.2',
    });
    at.goOn();
    expect(await ended(portal, id)).toMatchObject({
      state: 'failed',
      sentence: `${FRANKFURT_FILE} says 4.12.2 now, not 4.12.1: Dana Okafor changed it with ${other.slice(
        0,
        7,
      )} (quotes 4.12.2)`,
      nextStep: expect.stringContaining('Nothing was changed'),
      canRollForward: false,
    });
    expect(await commitsOf(portal.world, id)).toEqual([]);
    expect(await locksOn(portal)).toEqual([]);
  });

  it.each(['cut-after', 'cut-before'] as const)(
    'is one commit where the connection breaks in its push (%s)',
    async fault => {
      const id = await begin(portal);
      await at.reached();
      portal.world.git.faults.set(fault, { times: 1 });
      at.goOn();
      expect(await ended(portal, id)).toMatchObject({ state: 'done' });
      expect(await commitsOf(portal.world, id)).toHaveLength(1);
    },
  );

  it('waits for a git server that is down, says so, and goes on', async () => {
    const id = await begin(portal);
    await at.reached();
    portal.world.git.faults.set('down');
    at.goOn();
    await eventually(async () => {
      const { sentence } = await answered(portal, 'get-rollback', { id });
      expect(sentence).toMatch(/It is tried again$/);
    });
    portal.world.git.faults.set('none');
    expect(await ended(portal, id)).toMatchObject({ state: 'done' });
    expect(await commitsOf(portal.world, id)).toHaveLength(1);
  });

  it.each([
    ['hook', /audit of this repository/, /Do what the hook/],
    ['denied', /./, /right to push to main of deployments/],
  ] as const)(
    'fails where its push is refused (%s), and says what to do',
    async (fault, sentence, nextStep) => {
      const id = await begin(portal);
      await at.reached();
      portal.world.git.faults.set(fault);
      at.goOn();
      const rollback = await ended(portal, id);
      expect(rollback).toMatchObject({
        state: 'failed',
        sentence: expect.stringMatching(sentence),
        nextStep: expect.stringMatching(nextStep),
      });
      expect(stepsOf(rollback)).toEqual({
        commit: 'done',
        push: 'failed',
        unlock: 'skipped',
        sync: 'skipped',
        'roll-out': 'skipped',
        lock: 'skipped',
      });
      expect(await locksOn(portal)).toEqual([]);
    },
  );

  it('is done without Slack, which is told once it answers', async () => {
    portal.world.slackServer.switchFault(slackIs('down'));
    const id = await begin(portal);
    await at.reached();
    at.goOn();
    expect(await ended(portal, id)).toMatchObject({
      state: 'done',
      slack: { state: 'pending' },
    });
    portal.world.slackServer.switchFault(slackIs('none'));
    await eventually(async () => {
      const { slack } = await answered(portal, 'get-rollback', { id });
      expect(slack).toMatchObject({ state: 'sent' });
      // Tried again after a minute at the latest.
    }, 120_000);
    expect(portal.world.slack.messages('incidents')).toHaveLength(1);
  });
});

describe('where clusters do not follow, a rollback', () => {
  it('fails in time, says why of each, and locks nothing that would keep the version out', async () => {
    const portal = await startRollback({ config: { rollOutLimit: 'PT3S' } });
    await portal.seen();
    const id = await begin(portal);
    const rollback = await ended(portal, id);
    expect(rollback).toMatchObject({
      state: 'failed',
      sentence:
        'production-eu and production-us are not ready after 3 seconds (production-eu: Still wants 4.12.1, the change is not there yet; production-us: Still wants 4.12.1, the change is not there yet)',
      nextStep: expect.stringContaining('Look at the pods of production-eu'),
      clusters: [{ state: 'failed' }, { state: 'failed' }],
      canRollForward: true,
    });
    expect(stepsOf(rollback)).toMatchObject({
      'roll-out': 'failed',
      lock: 'skipped',
    });
    expect(await locksOn(portal)).toEqual([]);
    await portal.stop();
  });

  it('fails where pods do not get ready, says what they suffer from, and holds deploys back all the same', async () => {
    const portal = await startRollback({
      follows: true,
      config: { rollOutLimit: 'PT16S' },
    });
    for (const version of ['4.12.0-missing', '4.12.1']) {
      await portal.world.push('deployments', {
        files: { [FRANKFURT_FILE]: helmValues('quotes', version) },
        message: `quotes ${version}`,
      });
    }
    await portal.seen();
    const id = await begin(portal, {
      regions: ['eu-central-1'],
      version: '4.12.0-missing',
    });
    const rollback = await ended(portal, id);
    expect(rollback).toMatchObject({
      state: 'failed',
      sentence: expect.stringContaining('production-eu is not ready'),
      clusters: [
        { state: 'failed', sentence: expect.stringMatching(/image/i) },
      ],
    });
    expect(stepsOf(rollback)).toMatchObject({ lock: 'done' });
    expect(await locksOn(portal)).toEqual([id]);
    await portal.stop();
  });
});
