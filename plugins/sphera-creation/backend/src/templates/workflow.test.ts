import { MERGE_FREEZE_CHECK } from '@sphera/plugin-creation-common';
import { parse } from 'yaml';
import { ANSWERS } from './__testUtils__/answers';
import { TEMPLATES } from './__testUtils__/readTemplate';
import { type DryRuns, startDryRuns } from './__testUtils__/startDryRuns';

// The whole scaffolder starts, on whatever machine.
jest.setTimeout(120_000);

interface Job {
  name: string;
  if?: string;
  needs?: string;
  environment?: string;
  permissions?: Record<string, string>;
  steps: Array<{ run?: string; uses?: string }>;
}

let withCodefresh: DryRuns;
let portal: DryRuns;
beforeAll(async () => {
  withCodefresh = await startDryRuns();
  portal = await startDryRuns({ codefresh: undefined });
});
afterAll(async () => {
  await portal?.stop();
  await withCodefresh?.stop();
});

async function jobsIn(
  from: DryRuns,
  template: 'microservice' | 'microfrontend',
) {
  const { files } = await from.run(template, ANSWERS);
  const workflow = parse(files['.github/workflows/ci.yaml']);
  expect(Object.keys(workflow.on)).toEqual([
    'push',
    'pull_request',
    'merge_group',
  ]);
  return workflow.jobs as Record<string, Job>;
}

describe.each(TEMPLATES)('the pipeline of a %s', template => {
  it('checks each push and each pull request', async () => {
    const { build } = await jobsIn(portal, template);
    expect(build.if).toBeUndefined();
    expect(build.steps.map(({ run }) => run).filter(Boolean)).toEqual([
      'npm ci',
      'npm run lint',
      'npm run types',
      'npm test',
      'npm run build',
    ]);
  });

  it('has no job under the name by which the portal itself holds merges back', async () => {
    const jobs = await jobsIn(portal, template);
    const names = Object.values(jobs).map(({ name }) => name);
    expect(names).not.toContain(MERGE_FREEZE_CHECK);
    expect(names).toContain('build');
  });

  it('asks the gate right before it deploys, and deploys the first environments only', async () => {
    const jobs = await jobsIn(portal, template);
    expect(Object.keys(jobs)).toEqual(['build', 'image', 'deploy-to-staging']);
    const { steps, ...job } = jobs['deploy-to-staging'];
    expect(job).toMatchObject({
      needs: 'image',
      if: "github.event_name == 'push'",
      environment: 'staging',
    });
    expect(steps.slice(-2).map(({ run }) => run)).toEqual([
      'sh scripts/sphera-gate.sh --service parcel-fares --environment staging',
      'sh scripts/deploy.sh staging "$TAG" deployments',
    ]);
  });

  it('signs in to AWS without a stored key', async () => {
    const { image } = await jobsIn(portal, template);
    expect(image.permissions).toEqual({
      contents: 'read',
      'id-token': 'write',
    });
  });

  it('is Codefresh’s where the company uses it, and GitHub only checks', async () => {
    const { files } = await withCodefresh.run(template, ANSWERS);
    expect(Object.keys(await jobsIn(withCodefresh, template))).toEqual([
      'build',
    ]);
    const steps = Object.keys(parse(files['codefresh.yaml']).steps);
    expect(steps.indexOf('gate_staging')).toBeGreaterThan(0);
    expect(steps.indexOf('gate_staging')).toBeLessThan(
      steps.indexOf('deploy_staging'),
    );
    expect((await portal.run(template, ANSWERS)).files).not.toHaveProperty([
      'codefresh.yaml',
    ]);
  });
});
