// A suite that several test files run, each on a cluster of its own.
/* eslint-disable jest/no-export */
import { grantedRights, rightOf } from '../rights';
import { describeActing } from './acting';
import { describeConfigMap } from './configMap';
import type { ContractCluster } from './ContractCluster';
import { describeLogs } from './logs';
import { openTrial, Trial } from './Trial';
import { describeWatching } from './watching';

export type { ContractCluster, Rule } from './ContractCluster';

/** What the adapter promises, on whatever cluster it is given. */
export function describeTheAdapter(
  what: string,
  open: () => Promise<ContractCluster>,
) {
  describe(`the Kubernetes adapter on ${what}`, () => {
    let opened: Trial;
    const trial = () => opened;
    beforeAll(async () => {
      opened = await openTrial(await open());
    }, 180_000);
    afterAll(() => opened?.close(), 120_000);

    describeWatching(trial);
    describeActing(trial);
    describeLogs(trial);
    describeConfigMap(trial);

    it('gets bookmarks where nothing changes, about once a minute', async () => {
      const { firstBookmark } = trial();
      await expect(firstBookmark).resolves.toMatchObject({
        metadata: { resourceVersion: expect.stringMatching(/^\d+$/) },
      });
    }, 180_000);

    it('takes the rights that sphera ships, all of them and no other', () => {
      const { calls } = trial();
      expect([...new Set(calls.map(rightOf))].sort()).toEqual(grantedRights());
    });
  });
}
