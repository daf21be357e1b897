// Part of a suite that several test files run, each on a cluster of its own.
/* eslint-disable jest/no-export */
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { KubernetesClient } from '../../KubernetesClient';
import { NAMESPACE } from './objects';
import type { Trial } from './Trial';

/** Logs of containers. */
export function describeLogs(trial: () => Trial): void {
  describe('logs', () => {
    const podOf = async (name: string): Promise<string> =>
      eventually(async () => {
        const { items } = await trial().objects.list<any>(
          'v1',
          'Pod',
          NAMESPACE,
          undefined,
          undefined,
          undefined,
          undefined,
          `app=${name}`,
        );
        const running = items.find(
          (pod: any) => pod.status?.phase === 'Running',
        );
        return running!.metadata!.name!;
      });
    const read = async (
      pod: string,
      changes: Partial<Parameters<KubernetesClient['readLogs']>[2]> = {},
      most = Infinity,
    ) => {
      const controller = new AbortController();
      const lines: string[] = [];
      for await (const line of trial().client.readLogs(NAMESPACE, pod, {
        container: 'api',
        previous: false,
        follow: false,
        lines: 100,
        signal: controller.signal,
        ...changes,
      })) {
        lines.push(line);
        if (lines.length >= most) controller.abort();
      }
      return lines;
    };

    it('come in lines with their time, the last ones', async () => {
      const { cluster } = trial();
      const pod = await podOf('quotes');
      const lines = await eventually(async () => {
        const some = await read(pod);
        expect(some.join('\n')).toMatch(cluster.wordsOfLog);
        expect(some.length).toBeGreaterThan(2);
        return some;
      });
      for (const line of lines) {
        expect(line).toMatch(
          /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(Z|[+-]\d\d:\d\d) /,
        );
      }
      expect(await read(pod, { lines: 2 })).toHaveLength(2);
    });

    it('go on until nobody listens', async () => {
      const pod = await podOf('quotes');
      const lines = await read(pod, { follow: true, lines: 1 }, 2);
      expect(lines).toHaveLength(2);
    });

    it('are refused with the reason where there are none', async () => {
      const pod = await podOf('quotes');
      await expect(read(pod, { container: 'ghost' })).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('ghost'),
      });
      await expect(read('ghost')).rejects.toMatchObject({
        name: 'NotFoundError',
      });
    });
  });
}
