// Part of a suite that several test files run, each on a cluster of its own.
/* eslint-disable jest/no-export */
import { KubernetesClient } from '../../KubernetesClient';
import { deployment, NAMESPACE } from './objects';
import { EVERYTHING_WATCHED, type Trial } from './Trial';

/** Restarts and bounds. */
export function describeActing(trial: () => Trial): void {
  describe('acting', () => {
    const at = new Date('2026-11-24T18:00:00.123Z');

    it('restarts as kubectl does', async () => {
      const { objects, client } = trial();
      const before: any = await objects.read(deployment('labels'));
      const { generation } = await client.restartDeployment(
        NAMESPACE,
        'labels',
        at,
      );
      expect(generation).toBe(before.metadata.generation + 1);
      const after: any = await objects.read(deployment('labels'));
      expect(after.spec.template.metadata.annotations).toEqual({
        'kubectl.kubernetes.io/restartedAt': '2026-11-24T18:00:00Z',
      });
      expect(after.spec.template.spec).toEqual(before.spec.template.spec);
    });

    it('sets bounds that are still what the caller saw', async () => {
      const { client } = trial();
      const set = (from: [number, number], to: [number, number]) =>
        client.setBounds(NAMESPACE, 'labels', {
          from: { minReplicas: from[0], maxReplicas: from[1] },
          to: { minReplicas: to[0], maxReplicas: to[1] },
        });
      expect(await set([2, 5], [3, 8])).toEqual({
        minReplicas: 3,
        maxReplicas: 8,
      });
      await expect(set([2, 5], [1, 9])).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('are 3 to 8 by now'),
      });
      await expect(set([3, 8], [9, 4])).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('maxReplicas'),
      });
    });

    it('lets only one of two at once set bounds', async () => {
      const { client } = trial();
      const from = { minReplicas: 2, maxReplicas: 5 };
      const outcomes = await Promise.allSettled(
        [6, 7, 8, 9].map(maxReplicas =>
          client.setBounds(NAMESPACE, 'quotes', {
            from,
            to: { minReplicas: 2, maxReplicas },
          }),
        ),
      );
      expect(
        outcomes
          .map(outcome =>
            outcome.status === 'rejected' ? outcome.reason.name : 'set',
          )
          .sort(),
      ).toEqual(['ConflictError', 'ConflictError', 'ConflictError', 'set']);
    });

    it('says what is not there', async () => {
      const { client } = trial();
      await expect(
        client.restartDeployment(NAMESPACE, 'ghost', at),
      ).rejects.toMatchObject({
        name: 'NotFoundError',
        message: `There is no deployment ${NAMESPACE}/ghost in cluster here (any more)`,
      });
    });

    it('names the right that it lacks', async () => {
      const { cluster, serverWith } = trial();
      const limited = new KubernetesClient(
        'here',
        serverWith(await cluster.tokenWith(EVERYTHING_WATCHED)),
      );
      await expect(
        limited.restartDeployment(NAMESPACE, 'quotes', at),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining(
          "The portal's account may not patch deployments in cluster here",
        ),
      });
    });

    it('says so where its credentials are not accepted', async () => {
      const { serverWith } = trial();
      const nobody = new KubernetesClient(
        'here',
        serverWith('a-token-that-nobody-has'),
      );
      await expect(
        nobody.restartDeployment(NAMESPACE, 'quotes', at),
      ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    });
  });
}
