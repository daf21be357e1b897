import type { DemoFile } from '../git/demo/DemoFile';
import type { FollowedFile } from '../gitops/FollowedFile';

/** A file of the demo company as the GitOps agent follows it. */
export const toFollowedFile = ({
  repository,
  path,
  place,
  application,
  clusters,
  service,
}: DemoFile): FollowedFile => ({
  repository,
  path,
  place,
  application,
  deployments: clusters.map(cluster => ({
    cluster: cluster.name,
    namespace: service.team,
    name: service.name,
  })),
});
