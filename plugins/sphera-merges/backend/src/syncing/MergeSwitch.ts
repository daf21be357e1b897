import { NotFoundError } from '@backstage/errors';
import { noteMergeSwitch } from '@sphera/plugin-merges-common';
import type { OperationsService } from '@sphera/plugin-operations-node';
import type { GitHub } from '../adapters/github/GitHub';
import type { MergeSettings } from '../settings/MergeSettings';
import type { KeptRepository } from '../storage/KeptRepository';
import type { Stores } from '../storage/openStores';
import { holdBranch } from './holdBranch';
import type { BranchHeld } from './Holding';
import { isDeep } from './isDeep';
import type { OrganizationSwitch } from './OrganizationSwitch';

/**
 * Has GitHub refuse merges to the default branch, or take them again. That is on the record first: where the record
 * cannot be written, GitHub stays as it is.
 */
export class MergeSwitch {
  constructor(
    private readonly parts: {
      settings: MergeSettings;
      github: GitHub;
      stores: Stores;
      organizations: OrganizationSwitch;
      operations: OperationsService;
    },
  ) {
    const { operations, stores } = parts;
    operations.handle(noteMergeSwitch, async ({ input }) => {
      const { repository: name, branch, to } = input;
      const row = await stores.repositories.get(name);
      if (!row) {
        throw new NotFoundError(
          `The portal does not look after ${name} any more`,
        );
      }
      const held = await holdBranch({ ...row, wanted: to }, branch, {
        ...parts,
        deep: isDeep(row),
        isSwitch: true,
      });
      await stores.work.note(name, to, held.known);
      return { repository: name, gap: held.gap };
    });
  }

  /** @throws NeighbourError, and ServiceUnavailableError where the record cannot be written */
  async bring(repository: KeptRepository, branch: string): Promise<BranchHeld> {
    if (!this.#isSwitch(repository)) {
      return holdBranch(repository, branch, {
        ...this.parts,
        deep: isDeep(repository),
        isSwitch: false,
      });
    }
    const { operations, settings, stores } = this.parts;
    const { name, services, wanted, freezes } = repository;
    const [freeze] = freezes;
    const { gap } = await operations.run(
      noteMergeSwitch,
      {
        repository: name,
        branch,
        services,
        to: wanted,
        strategy: settings.strategy,
        reason: freeze ? freeze.reason : 'No freeze covers it any more',
      },
      { actor: freeze?.placedBy ?? 'sphera-merges', door: 'schedule' },
    );
    const now = await stores.repositories.get(name);
    return { known: (now ?? repository).known, gap };
  }

  #isSwitch({ wanted, noted, known }: KeptRepository): boolean {
    const { strategy } = this.parts.settings;
    const isOtherwise = (known.strategy ?? strategy) !== strategy;
    return noted !== wanted || (wanted === 'frozen' && isOtherwise);
  }
}
