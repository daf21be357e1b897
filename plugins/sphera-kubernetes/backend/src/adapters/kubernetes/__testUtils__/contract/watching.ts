// Part of a suite that several test files run, each on a cluster of its own.
/* eslint-disable jest/no-export */
import type { KubernetesObject } from '@kubernetes/client-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { systemClock } from '@sphera/plugin-operations-node';
import { watchFrom } from '../../watchFrom';
import { LossyLine } from '../LossyLine';
import { deployment, NAMESPACE } from './objects';
import { EVERYTHING_WATCHED, type Trial } from './Trial';

/** What is seen of a cluster, and how a watch survives. */
export function describeWatching(trial: () => Trial): void {
  describe('watching', () => {
    it('sees what is there, what comes, changes and goes', async () => {
      const { cluster, objects, watch, apply, scale } = trial();
      const feed = watch(cluster.portal.token);
      await eventually(() => {
        expect(feed.sight).toMatchObject({ state: 'live' });
        expect(feed.in(NAMESPACE, 'deployments').quotes).toMatchObject({
          wanted: 2,
          ready: 2,
        });
      });
      expect(feed.sight.problem).toBeUndefined();
      const { quotes } = feed.in(NAMESPACE, 'deployments');
      expect(JSON.stringify(quotes)).not.toContain('must-not-be-kept');
      expect(feed.in(NAMESPACE, 'autoscalers').quotes).toMatchObject({
        min: 2,
        max: 5,
        target: { kind: 'Deployment', name: 'quotes' },
      });
      await eventually(() =>
        expect(feed.in(NAMESPACE, 'disruptionBudgets').quotes).toMatchObject({
          disruptionsAllowed: 1,
          currentHealthy: 2,
        }),
      );
      // Each kind is watched by itself: what of one is seen is not yet seen of another.
      await eventually(() => {
        const set = Object.values(feed.in(NAMESPACE, 'replicaSets')).find(
          ({ owner }) => owner === quotes.uid,
        );
        expect(set).toMatchObject({ revision: 1, wanted: 2, ready: 2 });
        expect(
          Object.values(feed.in(NAMESPACE, 'pods')).filter(
            ({ owner, ready }) => owner === set!.uid && ready,
          ),
        ).toHaveLength(2);
      });
      await eventually(() =>
        expect(
          Object.values(feed.in(NAMESPACE, 'events')).map(
            ({ about, reason }) => `${about.kind} ${about.name} ${reason}`,
          ),
        ).toContain('Deployment quotes ScalingReplicaSet'),
      );

      await apply(deployment('passing'));
      await eventually(() =>
        expect(feed.in(NAMESPACE, 'deployments').passing).toBeDefined(),
      );
      await scale('passing', 1);
      await eventually(() =>
        expect(feed.in(NAMESPACE, 'deployments').passing).toMatchObject({
          wanted: 1,
          ready: 1,
        }),
      );
      await objects.delete(deployment('passing') as KubernetesObject);
      await eventually(() => {
        expect(feed.in(NAMESPACE, 'deployments').passing).toBeUndefined();
        expect(
          Object.keys(feed.in(NAMESPACE, 'pods')).filter(name =>
            name.startsWith('passing'),
          ),
        ).toEqual([]);
      });
    }, 180_000);

    it('goes on where it was when its connection breaks', async () => {
      const { cluster, objects, watch, apply } = trial();
      const target = new URL(cluster.url);
      const line = await LossyLine.to({
        host: target.hostname,
        port: Number(target.port),
      });
      target.host = `${target.hostname}:${line.port}`;
      const feed = watch(cluster.portal.token, target.href);
      try {
        await apply(deployment('before'));
        await eventually(() => {
          expect(feed.sight.state).toBe('live');
          expect(feed.in(NAMESPACE, 'deployments').before).toBeDefined();
        });
        line.cut();
        await eventually(() => expect(feed.sight.state).toBe('lost'));
        await apply(deployment('meanwhile'));
        await objects.delete(deployment('before') as KubernetesObject);
        expect(feed.in(NAMESPACE, 'deployments').before).toBeDefined();
        line.mend();
        await eventually(() => {
          expect(feed.sight.state).toBe('live');
          const now = feed.in(NAMESPACE, 'deployments');
          expect(now.meanwhile).toBeDefined();
          expect(now.before).toBeUndefined();
        });
        expect(feed.replaced.deployments).toBe(1);
      } finally {
        await line.close();
      }
    }, 180_000);

    it('notices that a connection is dead, and goes on once it is not', async () => {
      const { cluster, watch, scale } = trial();
      const target = new URL(cluster.url);
      const line = await LossyLine.to({
        host: target.hostname,
        port: Number(target.port),
      });
      target.host = `${target.hostname}:${line.port}`;
      const feed = watch(cluster.portal.token, target.href);
      try {
        await eventually(() => expect(feed.sight.state).toBe('live'));
        line.goDead();
        await eventually(() =>
          expect(feed.sight).toMatchObject({
            state: 'lost',
            problem: 'It did not answer within 3 seconds',
          }),
        );
        // It is as old as what was seen last.
        expect(feed.sight.observedAt).toBe(feed.lastLive!.observedAt);
        await scale('labels', 3);
        line.mend();
        await eventually(() => {
          expect(feed.sight.state).toBe('live');
          expect(feed.in(NAMESPACE, 'deployments').labels.wanted).toBe(3);
        });
      } finally {
        await line.close();
      }
    }, 180_000);

    it('is told that a version is no longer known', async () => {
      const { cluster, serverWith } = trial();
      const { token, resource, version } = await cluster.forgotten();
      await expect(
        watchFrom(serverWith(token), resource, version, {
          clock: systemClock,
          signal: AbortSignal.timeout(60_000),
          listener: {
            opened() {},
            changed() {},
            deleted() {},
            reached() {},
          },
        }),
      ).rejects.toMatchObject({ status: { code: 410 } });
    }, 120_000);

    it('names the rights that it lacks, and goes on with what it may see', async () => {
      const { cluster, watch } = trial();
      const feed = watch(await cluster.tokenWith(EVERYTHING_WATCHED));
      await eventually(() => {
        expect(feed.sight).toMatchObject({
          state: 'live',
          problem:
            "The portal's account may not list and watch replicasets, pods, horizontalpodautoscalers, poddisruptionbudgets, events there. Apply the ClusterRole that sphera ships",
        });
        expect(feed.in(NAMESPACE, 'deployments').quotes).toBeDefined();
      });
    });

    it('says so where its credentials are not accepted', async () => {
      const { watch } = trial();
      const feed = watch('a-token-that-nobody-has');
      await eventually(() =>
        expect(feed.sight).toMatchObject({
          state: 'connecting',
          problem: expect.stringContaining(
            "does not accept the portal's credentials (401)",
          ),
        }),
      );
    });
  });
}
