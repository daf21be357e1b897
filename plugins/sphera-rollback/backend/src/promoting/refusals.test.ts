import {
  answered,
  FRANKFURT,
  PRODUCTION,
  refused,
  valuesOf,
} from '../__testUtils__/asking';
import { helmValues } from '../__testUtils__/files';
import type { Portal } from '../__testUtils__/startRollback';
import { logOf } from '../running/__testUtils__/logOf';
import {
  promotion,
  REASON,
  runInStaging,
  startPromoting,
} from './__testUtils__/promoting';

const NEWER = '4.13.0';

let portal: Portal;
beforeEach(async () => {
  portal = await startPromoting();
});
afterEach(() => portal.stop());

/** What stands in the way, by the plan; asked for all the same, it is refused with the same words and nothing is committed. */
async function obstacles(service: string, more: object = {}) {
  const before = await logOf(portal.world, 'deployments');
  const wish = promotion(service, more);
  const planned = await answered(portal, 'plan-promotion', wish);
  const call = portal.dana.ask('promote', { ...wish, reason: REASON });
  expect(await refused(call, 409)).toBe(
    `${service} cannot be promoted to ${wish.to}: ${planned.obstacles.join(
      '; ',
    )}`,
  );
  expect(await logOf(portal.world, 'deployments')).toEqual(before);
  return planned.obstacles;
}

const deploy = (environment: string, version: string) =>
  portal.world.push('deployments', {
    files: {
      [valuesOf(FRANKFURT, environment)]: helmValues('quotes', version),
    },
    message: `quotes ${version} in ${environment}`,
  });

describe('a version is not promoted', () => {
  it('where it is to run already', async () => {
    expect(await obstacles('quotes')).toEqual([
      '4.12.1 is to run there already',
    ]);
  });

  it('from where it does not run', async () => {
    expect(await obstacles('quotes', { version: '4.11.7' })).toEqual([
      '4.11.7 does not run in Staging: 4.12.1 does',
    ]);
  });

  it('that is committed for staging and does not run yet', async () => {
    portal.world.registry.push('quotes', NEWER);
    await deploy('staging', NEWER);
    expect(await obstacles('quotes')).toEqual([
      '4.13.0 does not run in Staging: 4.12.1 does',
    ]);
  });

  it('from where nothing of the service runs', async () => {
    expect(await obstacles('tracker')).toEqual([
      'tracker does not run in Staging yet',
    ]);
  });

  it('that nobody named, from where several are to run', async () => {
    await deploy(PRODUCTION, '4.11.7');
    const back = { from: PRODUCTION, to: 'staging' };
    const [sentence] = await obstacles('quotes', back);
    expect(sentence).toBe(
      'Production is to run 4.11.7 and 4.12.1: name one of them',
    );
  });

  it('whose image is gone', async () => {
    await deploy('staging', NEWER);
    await runInStaging(portal, 'quotes', NEWER, { hasImage: false });
    expect(await obstacles('quotes')).toEqual([
      'The image of 4.13.0 is no longer in its registry',
    ]);
  });

  it('while deploys are locked there', async () => {
    await deploy('staging', NEWER);
    await runInStaging(portal, 'quotes', NEWER);
    await answered(portal, 'lock', {
      service: 'quotes',
      environment: PRODUCTION,
      actions: ['deploy'],
      reason: 'the audit goes on',
    });
    const wish = promotion('quotes');
    const planned = await answered(portal, 'plan-promotion', wish);
    expect(planned.obstacles).toEqual([
      'Deploys of quotes to Production are locked by user:default/dana until somebody unlocks: the audit goes on',
    ]);
    const call = portal.dana.ask('promote', { ...wish, reason: REASON });
    expect(await refused(call, 409)).toContain('the audit goes on');
  });

  it('while a rollback is under way there', async () => {
    await deploy('staging', NEWER);
    await runInStaging(portal, 'quotes', NEWER);
    const { id } = await answered(portal, 'start-rollback', {
      service: 'quotes',
      environment: PRODUCTION,
      version: '4.11.7',
      reason: REASON,
    });
    const { obstacles: found } = await answered(
      portal,
      'plan-promotion',
      promotion('quotes'),
    );
    expect(found).toEqual([
      `A rollback to 4.11.7 is under way there, started by user:default/dana (${id})`,
    ]);
  });

  it.each([
    [{ to: 'staging' }, 'must be another environment than staging'],
    [{ from: 'moon' }, 'must be one of staging, production'],
    [
      { from: PRODUCTION, to: 'staging', regions: ['us-east-1'] },
      'must be among eu-central-1: staging has no cluster in us-east-1',
    ],
  ])('to a place that is none: %j', async (more, sentence) => {
    const input = promotion('quotes', more);
    for (const call of [
      portal.dana.ask('plan-promotion', input),
      portal.dana.ask('promote', { ...input, reason: REASON }),
    ]) {
      const { body, status } = await call;
      expect(status).toBe(400);
      expect(JSON.stringify(body.error.details)).toContain(sentence);
    }
  });
});
