import { branchesOf } from '../movedBranches';

/**
 * Which branch or commit, and which path in it, an address names; `undefined` where there is none of this name.
 *
 * @param asked - `main/booking/quotes/values.yaml`, or `main` alone
 */
export async function placeOf(
  folder: string,
  asked: string,
): Promise<{ revision: string; path: string } | undefined> {
  const branches = [...(await branchesOf(folder)).keys()];
  const revision =
    branches.find(each => asked === each || asked.startsWith(`${each}/`)) ??
    /^[0-9a-f]{40}(?=\/|$)/.exec(asked)?.[0];
  if (!revision) return undefined;
  return { revision, path: asked.slice(revision.length + 1) };
}
