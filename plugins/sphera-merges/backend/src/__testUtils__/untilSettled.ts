import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { Scene } from './startScene';

/** Waits until the first portal of a scene has done what a start asks for: what GitHub is asked from then on, the test has asked for. */
export async function untilSettled({ databases }: Scene): Promise<void> {
  await eventually(async () => {
    const rows = await databases.merges('merge_repositories').select();
    expect(rows).not.toEqual([]);
    for (const { asked, asked_deep, done } of rows) {
      // A new repository is asked for once; the start asks once more, for a comparison.
      expect(asked_deep).toBeGreaterThan(1);
      expect(done).toBeGreaterThanOrEqual(asked);
    }
  });
}
