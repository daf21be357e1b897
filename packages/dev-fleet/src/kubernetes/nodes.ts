import type { NodePlace } from './controllers/pods/Step';
import { hashOf } from './random';

/** The three nodes of a cluster. */
export function nodesOf(cluster: string): NodePlace[] {
  return [1, 2, 3].map(number => {
    const part = hashOf(cluster) % 200;
    return {
      name: `ip-10-${part}-${number}-${20 + number}.${cluster}`,
      address: `10.${part}.${number}.${20 + number}`,
    };
  });
}
