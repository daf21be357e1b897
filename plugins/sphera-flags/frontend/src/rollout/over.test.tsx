import type { Rollout } from '@sphera/plugin-flags-common';
import { screen } from '@testing-library/react';
import { hoursAgo } from '../__testUtils__/answers';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { ring, rollout } from '../__testUtils__/rollouts';
import { RolloutPage } from './RolloutPage';

/** What is said of each ring on the page of a roll-out. */
async function ringsOf(shown: Rollout) {
  const flags = new FlagsOfTest();
  flags.rollouts = [shown];
  renderFlags(<RolloutPage />, {
    flags,
    address: `/flags/rollouts/${shown.id}`,
    path: '/flags/rollouts/:id',
  });
  const rings = await screen.findByRole('list', { name: 'Rings' });
  return [...rings.children].map(item => item.textContent);
}

const sent = { sentAt: hoursAgo(1) };

describe('a roll-out that is over', () => {
  it('says which rings it reached where it was aborted, and not that they have it still', async () => {
    const rings = await ringsOf(
      rollout({
        state: 'aborted',
        sentence: 'Dana aborted it',
        rings: [
          ring('canary', 'done', 'acknowledged', sent),
          ring('staging', 'sent', 'refused', sent),
          ring('production', 'waiting', 'waiting'),
        ],
      }),
    );
    expect(rings).toEqual([
      expect.stringMatching(/^canary: was reached\b.*1 clusterstaging-eu$/),
      expect.stringMatching(/^staging: was reached\b.*1 clusterstaging-us$/),
      expect.stringMatching(/^production: was not reached\b.*3 clusters/),
    ]);
  });

  it('says that each ring got it where it came to its end, however its clusters stand today', async () => {
    const rings = await ringsOf(
      rollout({
        state: 'done',
        sentence: 'Done',
        rings: [
          ring('canary', 'done', 'silent', sent),
          ring('production', 'done', 'acknowledged', sent),
        ],
      }),
    );
    expect(rings).toEqual([
      expect.stringMatching(/^canary: done\b.*1 cluster got itstaging-eu$/),
      expect.stringMatching(/^production: done\b.*3 clusters got it/),
    ]);
  });
});
