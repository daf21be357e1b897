import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { untilDeployed } from './__testUtils__/untilDeployed';
import {
  retry,
  runTemplate,
  type TemplateRun,
  untilInCatalog,
} from './__testUtils__/runTemplate';
import {
  startWholePortal,
  type WholePortal,
} from './__testUtils__/startWholePortal';

// Everything is real but what is outside of the portal.
jest.setTimeout(300_000);

const NAME = 'parcel-fares';
const REGIONS = ['eu-central-1', 'us-east-1'];

let portal: WholePortal;
beforeAll(async () => {
  portal = await startWholePortal();
  await untilInCatalog(portal, 'group/default/booking');
});
afterAll(() => portal?.stop());

const answers = (name: string) => ({
  name,
  purpose: 'Says what a parcel costs',
  owner: 'group:default/booking',
  needs: ['http', 'database'],
  regions: REGIONS,
});
const creationOf = async (name: string) => {
  const { items } = await portal.ask('list-creations', { name });
  expect(items).toHaveLength(1);
  return items[0];
};
const statesOf = ({ steps }: any) =>
  Object.fromEntries(steps.map(({ step, state }: any) => [step, state]));

describe('the template of a microservice', () => {
  let run: TemplateRun;
  beforeAll(async () => {
    await untilInCatalog(portal, 'template/default/microservice');
    await portal.fault({
      account: '111111111111',
      fault: 'denied',
      apis: ['CreateRepository'],
      times: 1,
    });
    run = await runTemplate(portal, 'microservice', answers(NAME));
  });

  it('stops where a step fails, and says what would be right', async () => {
    expect(run.log.join('\n')).toContain(
      'The portal may not do ecr:CreateRepository',
    );
    expect(run.status).toBe('failed');
    await eventually(async () =>
      expect(await creationOf(NAME)).toMatchObject({
        state: 'stopped',
        task: run.task,
      }),
    );
  });

  it('goes on when somebody retries it, to the end', async () => {
    run = await retry(portal, run.task);
    expect(run.status === 'completed' ? [] : run.log).toEqual([]);
    const creation = await creationOf(NAME);
    expect(creation).toMatchObject({ state: 'done', task: run.task });
    expect(statesOf(creation)).toEqual({
      repository: 'done',
      'image-repository': 'done',
      pipeline: 'skipped',
      manifests: 'done',
      catalog: 'done',
      secrets: 'done',
      flags: 'done',
      lifecycle: 'skipped',
    });
  });

  it('has brought the service to staging', async () => {
    expect(await untilDeployed(portal, NAME)).toEqual(['staging', 'staging']);
  });

  it('is undone on request, and the name is free again', async () => {
    const { id } = await creationOf(NAME);
    expect(
      await portal.ask('undo-creation', { creation: id, reason: 'a test' }),
    ).toMatchObject({ state: 'undone' });
    await eventually(async () =>
      expect(await portal.ask('check-name', { name: NAME })).toMatchObject({
        isFree: true,
      }),
    );
  });
});

describe('the template of a microfrontend', () => {
  const name = 'fare-pages';

  it('makes a service in one go, which runs in staging', async () => {
    await untilInCatalog(portal, 'template/default/microfrontend');
    const { needs, ...wanted } = answers(name);
    const run = await runTemplate(portal, 'microfrontend', wanted);
    expect(run.status === 'completed' ? [] : run.log).toEqual([]);
    expect(await creationOf(name)).toMatchObject({ state: 'done' });
    await untilDeployed(portal, name);
  });
});
