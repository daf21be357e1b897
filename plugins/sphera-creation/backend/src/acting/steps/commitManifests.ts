import { checkManifest, ManifestError } from '@sphera/plugin-git-node';
import type { ActingParts } from '../ActingParts';
import type { KeptCreation } from '../../creations/KeptCreation';
import { manifestPath, targetsOf } from '../../creations/targetsOf';
import { publishedManifests } from '../manifests/publishedManifests';
import { runStep, type StepCall } from '../runStep';

type CommitCall = StepCall & {
  input: { files?: Array<{ path: string; content: string }> };
};

/** Commits what the first environments are to run. */
export async function commitFirstManifests(
  parts: ActingParts,
  call: CommitCall,
) {
  return runStep(parts, call, 'manifests', async creation => {
    const { manifests, fleet } = parts;
    const settings = parts.settings.manifests;
    if (!manifests || !settings) {
      return {
        state: 'skipped',
        sentence:
          'No GitOps repository is set up: sphera.creation.manifests of the configuration',
      };
    }
    const { draft, id } = creation;
    const first = targetsOf(draft, fleet, settings).filter(
      target => target.isFirst,
    );
    const paths = first.map(one => manifestPath(settings, draft.name, one));
    if (paths.length === 0) {
      return {
        state: 'skipped',
        sentence: 'None of its regions has a cluster of the first environments',
      };
    }
    const files = call.input.files
      ? given(call.input.files, paths)
      : await publishedManifests(parts, creation, first);
    for (const file of files) {
      checkManifest(file, {
        name: draft.name,
        namespaces: [first[paths.indexOf(file.path)].namespace],
        kinds: settings.kinds,
        images: parts.images && [parts.images.imageOf(draft.name)],
      });
    }
    const hash = await manifests.add(files, {
      operation: id,
      subject: `Begin ${draft.name}`,
      body: bodyOf(creation),
      at: creation.startedAt,
    });
    const url = hash && manifests.commitUrl(hash);
    return {
      state: 'done',
      sentence: hash
        ? `${hash.slice(0, 12)} in ${settings.repository}: ${paths.join(', ')}`
        : `${paths.join(', ')} of ${settings.repository} are there already`,
      links: url ? [{ title: 'Manifests', url }] : [],
      made: { isOurs: true, paths },
    };
  });
}

/** @throws ManifestError for a file of another place than the first environments of the service */
function given(
  files: Array<{ path: string; content: string }>,
  paths: string[],
): Array<{ path: string; text: string }> {
  const astray = files.find(({ path }) => !paths.includes(path));
  if (astray) {
    throw new ManifestError(
      `${
        astray.path
      } is no manifest of this service for its first environments: those are ${paths.join(
        ', ',
      )}`,
    );
  }
  return files.map(({ path, content }) => ({ path, text: content }));
}

function bodyOf({ draft: { purpose }, startedBy }: KeptCreation): string {
  return `${purpose}\n\nAsked for by ${startedBy}`;
}
