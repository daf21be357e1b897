import { NeighbourError } from '@sphera/plugin-operations-node';
import type { KeptRepository } from '../storage/KeptRepository';
import type { BranchHeld, Holding } from './Holding';

/** Has the ruleset of the organisation hold the default branch back, or not. */
export async function holdByOrganization(
  { spelled, known }: KeptRepository,
  organization: string,
  parts: Holding,
): Promise<BranchHeld> {
  const { github, organizations, deep, isSwitch } = parts;
  await organizations.bring(organization, { deep, isSwitch });
  const { ruleset, contexts: _, ...others } = known;
  // From when the strategy was "check".
  if (ruleset !== undefined) await github.letGo(spelled, ruleset);
  const isLookedAt = deep || known.isRequired === undefined;
  const isRequired = isLookedAt
    ? await mayBeRequired(spelled, known.defaultBranch!, parts)
    : known.isRequired;
  return { known: { ...others, isEnforced: true, isRequired } };
}

/**
 * Whether other rules require the status, such as the protection of a branch that creation made while the strategy was
 * "check": it has to be told there, or nothing would ever merge. Telling it in vain harms nobody.
 */
async function mayBeRequired(
  spelled: string,
  branch: string,
  { github, settings }: Holding,
): Promise<boolean> {
  try {
    return await github.requires(spelled, branch, settings.context);
  } catch (error) {
    if (!(error instanceof NeighbourError) || error.isPassing) throw error;
    return true;
  }
}
