import type { AwsStandIn } from '../../aws/AwsStandIn';
import { demoVersions } from '../../git/demo/demoVersions';
import { services } from '../../kubernetes/demo/services';
import { demoAccounts } from '../../secretsManager/demo/accounts';

/** Where the demo company keeps the images of all environments; the portal's configuration says the same. */
export const DEMO_IMAGES = {
  account: demoAccounts.staging,
  region: 'eu-central-1',
} as const;

const DAY = 86_400_000;
/** So many of the newest versions of each service are kept. */
const KEPT = 5;
/** A word in a tag that says that the image was never pushed. */
const NEVER_PUSHED = 'missing';

/** The image repositories of the demo company, one for each service, with the newest versions. */
export function fillDemoImages(aws: AwsStandIn): void {
  const registry = aws.images(DEMO_IMAGES.account, DEMO_IMAGES.region);
  const now = aws.clock.now();
  const versions = demoVersions();
  for (const { name, team } of services) {
    registry.add({
      name,
      createdAt: now - 700 * DAY,
      scanOnPush: true,
      tagMutability: 'IMMUTABLE',
      tags: [
        { Key: 'service', Value: name },
        { Key: 'owner', Value: team },
      ],
    });
    const kept = versions[name]
      .filter(version => !version.includes(NEVER_PUSHED))
      .slice(-KEPT);
    for (const [index, version] of kept.entries()) {
      registry.push(name, version, { at: now - (KEPT - index) * 7 * DAY });
    }
  }
}
