import { setTimeout as wait } from 'node:timers/promises';
import { commitTo } from '../git/commitTo';
import type { GitPerson } from '../git/fastImport';
import type { HostedRepositories } from '../git/HostedRepositories';
import { readManifests } from '../gitops/manifests/readManifests';
import type { DeployWish } from './CiWorld';

/** The account with which workflows commit. */
const bot: GitPerson = {
  name: 'github-actions[bot]',
  email: 'github-actions@kestrel-parcels.example',
};

const TRIES = 5;

/**
 * Commits the image of a service for an environment, as the workflow of the templates does: its own manifests of the environment with
 * the image's tag; where it has none of its own, the tag alone. A service whose first manifests nobody has committed is left alone.
 *
 * @returns what was done
 * @throws Error where others are always faster
 */
export async function deploy(
  repositories: HostedRepositories,
  /** Where manifests are: `kestrel-parcels/deployments`. */
  into: string,
  wish: DeployWish,
): Promise<string> {
  const { service, tag, environment, at } = wish;
  for (let tried = 1; ; tried++) {
    const target = repositories.get(into);
    if (!target) return `There is no ${into}`;
    const files = await changedFiles(target.folder, target.branch, wish);
    const count = Object.keys(files).length;
    if (count === 0) return `${environment} has it, or has no manifests yet`;
    try {
      await commitTo(target.folder, {
        branch: target.branch,
        files,
        message: `${service} ${tag} to ${environment}\n\nCommit: ${wish.commit}\n`,
        author: bot,
        at,
      });
    } catch (error) {
      if (tried === TRIES) throw error;
      // Somebody else has moved the branch meanwhile.
      await wait(20);
      continue;
    }
    repositories.pushed(target.name, target.branch);
    return `Committed ${tag} for ${environment}`;
  }
}

async function changedFiles(
  folder: string,
  branch: string,
  { source, commit, service, tag, environment }: DeployWish,
): Promise<Record<string, string>> {
  const there = `services/${service}/${environment}`;
  const current = await readManifests(folder, branch, there);
  if (current.size === 0) return {};
  const folderOfOwn = `deploy/${environment}`;
  const own = await readManifests(source, commit, folderOfOwn);
  const wanted = new Map(
    own.size === 0
      ? current
      : [...own].map(([path, text]) => [
          path.replace(folderOfOwn, there),
          text,
        ]),
  );
  const tagged = [...wanted].map(
    ([path, text]) => [path, withTag(text, service, tag)] as const,
  );
  return Object.fromEntries(
    tagged.filter(([path, text]) => current.get(path) !== text),
  );
}

/** A manifest with another tag of a service's image. */
function withTag(text: string, service: string, tag: string): string {
  return text.replace(
    /(\bimage:\s*["']?[^\s"']*?\/)([^\s"'/:]+):[^\s"']+/g,
    (whole, before, name) =>
      name === service ? `${before}${name}:${tag}` : whole,
  );
}
