import type { AwsStandIn } from '../aws/AwsStandIn';
import { ContinuousIntegration } from '../ci/ContinuousIntegration';
import { deploy } from '../ci/deploy';
import { DEMO_IMAGES } from '../ecr/demo/demoImages';
import type { HostedRepositories } from '../git/HostedRepositories';
import type { GitHubStandIn } from '../gitHub/GitHubStandIn';
import type { Clock } from '../kubernetes/clock';
import type { RegistryStandIn } from '../registry/RegistryStandIn';

/** Where manifests of services are. */
const DEPLOYMENTS = 'kestrel-parcels/deployments';

/** The pipelines of the demo company: they publish to its ECR, and deploy to staging by a commit. */
export function demoPipelines({
  repositories,
  gitHub,
  aws,
  registry,
  ...rest
}: {
  repositories: HostedRepositories;
  gitHub: GitHubStandIn;
  aws: AwsStandIn;
  registry: RegistryStandIn;
  clock: Clock;
  /** Address of this host, for links. */
  origin(): string;
}): ContinuousIntegration {
  return new ContinuousIntegration({
    ...rest,
    repositories,
    checksOf: name => gitHub.repository(name)?.checks,
    pushImage(service, tag) {
      const images = aws.images(DEMO_IMAGES.account, DEMO_IMAGES.region);
      if (!images.find(service)) return false;
      images.push(service, tag);
      registry.push(service, tag);
      return true;
    },
    deploy: wish => deploy(repositories, DEPLOYMENTS, wish),
  });
}
