import type { Deployment } from '@sphera/plugin-kubernetes-common';
import type { ImageState } from '@sphera/plugin-rollback-common';
import type { Images } from '../adapters/registry/Images';

const WORST_FIRST = ['missing', 'unknown', 'exists'] as const;

/** Whether the images of versions are all still there, by the worst of them. */
export async function imageState(
  images: Images,
  deployments: readonly Deployment[] | undefined,
  versions: readonly string[],
): Promise<ImageState> {
  const named = mainImages(deployments ?? []);
  const states = await Promise.all(
    versions.flatMap(version =>
      named.map(image => images.stateOf(image, version)),
    ),
  );
  return WORST_FIRST.find(state => states.includes(state)) ?? 'unknown';
}

/** Images whose tag is the version of their deployment, without it: others belong to sidecars. */
function mainImages(deployments: readonly Deployment[]): string[] {
  const found = deployments.flatMap(({ version, images }) =>
    images.flatMap(({ image }) => {
      const [withTag] = image.split('@');
      const end = `:${version}`;
      return withTag.endsWith(end) ? withTag.slice(0, -end.length) : [];
    }),
  );
  return [...new Set(found)];
}
