import { NeighbourError } from '@sphera/plugin-operations-node';
import type { MergeSettings } from '../settings/MergeSettings';
import type { KeptRepository } from '../storage/KeptRepository';
import { FROZEN_CONTEXT } from './contexts';
import type { BranchHeld, Holding } from './Holding';
import { holdByOrganization } from './holdByOrganization';
import { letGoOf } from './letGoOf';

/** Has the default branch require what is wanted of it, before any pull request is looked at: what that holds, holds all of them at once. */
export async function holdBranch(
  repository: KeptRepository,
  branch: string,
  parts: Holding,
): Promise<BranchHeld> {
  const { settings, github, organizations, deep, isSwitch } = parts;
  const { name, spelled } = repository;
  const { strategy } = settings;
  const known = { ...repository.known, strategy, defaultBranch: branch };
  const [organization] = name.split('/');
  if (repository.isLeft) return letGoOf(repository, organization, parts);
  if (strategy === 'ruleset') {
    return holdByOrganization({ ...repository, known }, organization, parts);
  }
  if (isSwitch) await organizations.release(organization);
  let refusal: string | undefined;
  if (settings.require) {
    const contexts = [
      settings.context,
      ...(repository.wanted === 'frozen' ? [FROZEN_CONTEXT] : []),
    ];
    const isAsKnown = known.contexts?.join('\n') === contexts.join('\n');
    if (isAsKnown && !deep) return { known };
    try {
      const before = deep ? undefined : known.ruleset;
      const ruleset = await github.require(spelled, contexts, before);
      return { known: { ...known, ruleset, contexts, isEnforced: true } };
    } catch (error) {
      if (!(error instanceof NeighbourError) || error.isPassing) throw error;
      refusal = error.message;
    }
  }
  const isKnown = !deep && !refusal && known.isEnforced !== undefined;
  const isEnforced = isKnown
    ? known.isEnforced
    : await github.requires(spelled, branch, settings.context);
  return {
    known: { ...known, contexts: undefined, isEnforced },
    gap: isEnforced ? undefined : gapOf(settings, branch, refusal),
  };
}

function gapOf(
  { context }: MergeSettings,
  branch: string,
  refusal: string | undefined,
): string {
  const what = `GitHub would merge in spite of a freeze, since ${branch} does not require the status ${context}`;
  return refusal
    ? `${what}, and the portal could not make it. ${refusal}`
    : `${what}: require it in the rules of the repository, or have the portal do so (sphera.merges.require)`;
}
