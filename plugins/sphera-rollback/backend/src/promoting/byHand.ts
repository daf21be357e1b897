import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { DeclaredFile } from '../layouts/Layouts';
import type { Origin } from './Origin';

const NAMES: Record<Exclude<DeclaredFile['kind'], 'manifest'>, string> = {
  helm: 'Helm values',
  kustomize: 'Kustomize overlay',
  application: 'Argo CD application',
};

/**
 * What to do where the first file is none that can be brought: what Helm values, an overlay or an application lead to is
 * said elsewhere, so the portal cannot look at it before.
 */
export function byHand(
  service: ServiceEntry,
  { path, repository, kind }: DeclaredFile,
  { origin, environment }: { origin: Origin; environment: string },
): string | undefined {
  if (kind === 'manifest') return undefined;
  const model = origin.files.find(file => file.kind === kind);
  return `${service.title} has no ${
    NAMES[kind]
  } for ${environment}: ${path} is not in ${repository}, and the portal begins with plain manifests alone. Write ${
    model ? `one like ${model.path}` : 'the first one'
  } by hand; newer versions can be promoted then`;
}
