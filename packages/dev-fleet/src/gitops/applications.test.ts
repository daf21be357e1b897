import { startCompany, texts } from './__testUtils__/company';

const payments = (version: string) => ({
  'applications/payments.yaml': texts.application(version),
});

describe('applications of Argo CD', () => {
  it('are told of with what they want and what runs', async () => {
    const company = await startCompany();
    const agent = await company.startAgent();
    expect(agent.applications()).toEqual([
      {
        name: 'payments-one',
        cluster: 'one',
        namespace: 'shop',
        deployment: 'payments',
        repository: 'kestrel-parcels/deployments',
        file: 'applications/payments.yaml',
        sync: 'Synced',
        desired: '1.0.0',
        revision: expect.stringMatching(/^[0-9a-f]{40}$/),
        applied: expect.stringMatching(/^[0-9a-f]{40}$/),
      },
    ]);
  });

  it('wait after a push until they are applied', async () => {
    const company = await startCompany();
    const agent = await company.startAgent();
    const revision = await company.push(payments('1.1.0'));
    expect(await agent.refresh('payments-one')).toMatchObject({
      sync: 'OutOfSync',
      desired: '1.1.0',
      revision,
    });
    await agent.apply('payments-one');
    const [container] = company.deployment('one', 'payments').spec.template.spec
      .containers;
    expect(container.image).toBe('registry.example/payments:1.1.0');
    expect(await agent.refresh('payments-one')).toMatchObject({
      sync: 'Synced',
      applied: revision,
    });
  });

  it('are refused in the words of the cluster', async () => {
    const company = await startCompany();
    const agent = await company.startAgent();
    company.lock('one', 'deploy is locked: incident 4711');
    await company.push(payments('1.1.0'));
    await expect(agent.apply('payments-one')).rejects.toThrow(
      'deploy is locked: incident 4711',
    );
  });

  it('are not applied where the file says no version', async () => {
    const company = await startCompany();
    await company.push({ 'applications/payments.yaml': 'spec: {}\n' });
    const agent = await company.startAgent();
    expect(agent.applications()).toMatchObject([{ desired: undefined }]);
    await expect(agent.apply('payments-one')).rejects.toThrow(
      'applications/payments.yaml: There is no version',
    );
    await expect(agent.apply('payments-two')).rejects.toThrow(
      'There is no application "payments-two"',
    );
  });
});
