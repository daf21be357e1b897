import { ClusterOfTest } from './__testUtils__/ClusterOfTest';

jest.setTimeout(120_000);

let cluster: ClusterOfTest;
beforeAll(async () => {
  cluster = await ClusterOfTest.make();
  // Pods that Kubernetes holds to be less than locked down are not started there.
  await cluster.kubectl(
    `label namespace ${cluster.namespace} pod-security.kubernetes.io/enforce=restricted`,
  );
});
afterAll(async () => cluster?.remove());

describe.each(['file.yaml', 'config-map.yaml'])('%s', name => {
  it('is taken by a real cluster without a warning, and its pod runs where only locked-down ones may', async () => {
    const text = await cluster.manifest(name);
    const said = await cluster.kubectl('apply --dry-run=server -f -', text);
    expect(said).not.toMatch(/warning|error/i);
    await cluster.kubectl('apply -f -', text);
    const rolledOut = await cluster.kubectl(
      'rollout status deployment/sphera-flag-agent --timeout=60s',
    );
    expect(rolledOut).toContain('successfully rolled out');
    await cluster.kubectl('delete -f -', text);
  });
});
