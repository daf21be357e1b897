import type { Clock } from '@sphera/plugin-operations-node';
import type { Clone } from './Clone';

/** Each fetch leaves a pack: they are put together once there are more. */
const MOST_PACKS = '50';

/** When somebody has just asked for something, the machine is theirs. */
const AFTER_MS = 15_000;

/** Keeps a clone fast once its branch has moved, as soon as it has not moved for a while. */
export class Upkeep {
  #cancel = () => {};
  #running?: Promise<void>;

  constructor(private readonly clone: Clone, private readonly clock: Clock) {}

  /** The branch has moved. */
  soon(): void {
    this.#cancel();
    this.#cancel = this.clock.after(AFTER_MS, () => {
      this.#running ??= keepUp(this.clone)
        .catch(() => {})
        .finally(() => {
          this.#running = undefined;
        });
    });
  }

  /** Nothing begins any more; what runs is waited for. */
  async close(): Promise<void> {
    this.#cancel();
    await this.#running;
  }
}

/**
 * A file by commit of which folders and files it changed, and few packs. Nothing waits for it, and what goes wrong with
 * it only leaves the clone slower.
 */
async function keepUp({ git, folder }: Clone): Promise<void> {
  await git.attempt(folder, [
    'commit-graph',
    'write',
    '--reachable',
    '--changed-paths',
    '--split',
    '--no-progress',
  ]);
  await git.remote(folder, ['gc', '--auto', '--quiet'], {
    config: {
      'gc.auto': '5000',
      'gc.autoPackLimit': MOST_PACKS,
      'gc.autoDetach': 'false',
      'gc.writeCommitGraph': 'false',
    },
  });
}
