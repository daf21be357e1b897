import type { KeptRepository } from '../storage/KeptRepository';
import type { BranchHeld, Holding } from './Holding';

/** Takes away what the portal set up in a repository that it does not look after any more. */
export async function letGoOf(
  { spelled, known }: KeptRepository,
  organization: string,
  { settings, github, organizations, deep, isSwitch }: Holding,
): Promise<BranchHeld> {
  if (settings.strategy === 'ruleset') {
    await organizations.bring(organization, { deep, isSwitch });
  }
  const { ruleset, defaultBranch } = known;
  if (ruleset !== undefined) await github.letGo(spelled, ruleset);
  return { known: { defaultBranch } };
}
