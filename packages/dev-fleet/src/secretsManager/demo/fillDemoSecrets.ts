import type { AwsStandIn } from '../../aws/AwsStandIn';
import { demoAccounts } from './accounts';
import { secretsInOrder } from './demoSecrets';
import { withTrouble } from './troubles';
import { unownedSecrets } from './unowned';

/** The secrets of the demo company over six places, with the drift and the trouble that its pages show. */
export function fillDemoSecrets(aws: AwsStandIn): void {
  const begin = aws.clock.now();
  const all = [...secretsInOrder(begin), ...unownedSecrets(begin)];
  for (const placed of all) {
    const secret = withTrouble(placed, begin);
    if (!secret) continue;
    aws.secrets(demoAccounts[placed.environment], placed.region).put(secret);
  }
}
