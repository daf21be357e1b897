// Part of a suite that several test files run, each on a cluster of its own.
/* eslint-disable jest/no-export */
import type { Trial } from './Trial';

/** The ConfigMap that the portal keeps. */
export function describeConfigMap(trial: () => Trial): void {
  describe('a ConfigMap', () => {
    it('is read, written, and never written over', async () => {
      const { cluster, client } = trial();
      const { lockNamespace } = cluster.portal;
      const labels = { 'app.kubernetes.io/managed-by': 'sphera' };
      const write = (data: Record<string, string>, version?: string) =>
        client.writeConfigMap(lockNamespace, 'sphera-locks', {
          data,
          labels,
          version,
        });
      const look = () => client.readConfigMap(lockNamespace, 'sphera-locks');

      expect(await look()).toBeUndefined();
      await write({ one: '1' });
      const first = (await look())!;
      expect(first.data).toEqual({ one: '1' });
      await expect(write({ two: '2' })).rejects.toMatchObject({
        name: 'ConflictError',
      });
      await write({ two: '2' }, first.version);
      const second = (await look())!;
      expect(second.data).toEqual({ two: '2' });
      await expect(write({ three: '3' }, first.version)).rejects.toMatchObject({
        name: 'ConflictError',
      });
    });
  });
}
