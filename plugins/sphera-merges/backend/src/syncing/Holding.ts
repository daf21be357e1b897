import type { GitHub } from '../adapters/github/GitHub';
import type { MergeSettings } from '../settings/MergeSettings';
import type { KnownOfRepository } from '../storage/KeptRepository';
import type { OrganizationSwitch } from './OrganizationSwitch';

/** What came of it, and what there is to say about that. */
export interface BranchHeld {
  known: KnownOfRepository;
  /** Why GitHub would merge all the same. */
  gap?: string;
}

/** What holding a branch needs. */
export interface Holding {
  settings: MergeSettings;
  github: GitHub;
  organizations: OrganizationSwitch;
  /** Whether to compare with GitHub, too. */
  deep: boolean;
  /** Whether something else than before is wanted, which is on the record. */
  isSwitch: boolean;
}
