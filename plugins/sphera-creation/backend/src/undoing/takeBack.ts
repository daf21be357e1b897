import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CreationStep } from '@sphera/plugin-creation-common';
import type { ActingParts } from '../acting/ActingParts';
import type { KeptCreation } from '../creations/KeptCreation';
import { manifestPath, targetsOf } from '../creations/targetsOf';
import { takeCatalogBack } from './takeCatalogBack';
import { takeFlagsBack } from './takeFlagsBack';
import { takeRepositoryBack } from './takeRepositoryBack';
import { takeSecretsBack } from './takeSecretsBack';

/** What is taken back, and in whose name. */
export interface Taking {
  creation: KeptCreation;
  reason: string;
  /** Entity ref of who takes it back. */
  by: string;
  credentials: BackstageCredentials;
}

/** Takes one step back, however much of it was made; says what was done. */
export type TakeBack = (parts: ActingParts, taking: Taking) => Promise<string>;

const NOT_SET_UP = 'It is not set up here any more';

/** How each step is taken back. */
export const takeBack: Record<CreationStep, TakeBack> = {
  lifecycle: async () => 'It ends once the service has left the catalog',
  flags: takeFlagsBack,
  secrets: takeSecretsBack,
  catalog: takeCatalogBack,
  async manifests(
    { manifests, settings, fleet, clock },
    { creation, reason, by },
  ) {
    if (!manifests || !settings.manifests) return NOT_SET_UP;
    const { draft, id, startedAt } = creation;
    const paths = targetsOf(draft, fleet, settings.manifests).map(target =>
      manifestPath(settings.manifests!, draft.name, target),
    );
    const hash = await manifests.remove(paths, {
      operation: `${id}-undone`,
      subject: `Take ${draft.name} back`,
      body: `${reason}\n\nAsked for by ${by}`,
      at: clock.now(),
      since: startedAt,
    });
    return hash ? `Removed with ${hash.slice(0, 12)}` : 'There was none';
  },
  async pipeline({ pipelines }, { creation: { id, draft } }) {
    if (!pipelines) return NOT_SET_UP;
    await pipelines.delete(draft.name, id);
    return 'Deleted, where this creation made it';
  },
  async 'image-repository'({ images }, { creation: { id, draft } }) {
    if (!images) return NOT_SET_UP;
    await images.delete(draft.name, id);
    return 'Deleted with its images, where this creation made it';
  },
  repository: takeRepositoryBack,
};
