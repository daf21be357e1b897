import { startDemoCompany } from './startDemoCompany';

const { PATH } = process.env;
afterEach(() => {
  process.env.PATH = PATH;
});

it('the demo company starts on a machine without git, only without repositories', async () => {
  process.env.PATH = '/nowhere';
  const company = await startDemoCompany({
    isStill: true,
    accounts: [{ token: 'any', user: 'admin' }],
    gitOpsToken: 'any',
  });
  expect(company.hasRepositories).toBe(false);
  const { status } = await fetch(`${company.url}/kestrel-parcels/deployments`);
  expect(status).toBe(404);
  expect((await fetch(`${company.url}/faults`)).status).toBe(200);
  await company.stop();
});
