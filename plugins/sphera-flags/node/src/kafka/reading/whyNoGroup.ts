import type { Cluster } from 'kafkajs';
import { causesOf } from '../problems/causesOf';

/**
 * What a consumer broke down of. kafkajs swallows that a group is forbidden, and says only that nobody keeps it; whether
 * it is forbidden every broker tells who is asked about the group.
 */
export async function whyNoGroup(
  error: unknown,
  cluster: Cluster,
  group: string,
): Promise<unknown> {
  const isNobody = causesOf(error).some(
    ({ name }) => name === 'KafkaJSGroupCoordinatorNotFound',
  );
  if (!isNobody) return error;
  try {
    await cluster.connect();
    await cluster.refreshMetadata();
    const [node] = cluster.getNodeIds();
    const broker = await cluster.findBroker({ nodeId: String(node) });
    await broker.describeGroups({ groupIds: [group] });
    return error;
  } catch (why) {
    const isForbidden = causesOf(why).some(
      ({ type }) => type === 'GROUP_AUTHORIZATION_FAILED',
    );
    return isForbidden ? why : error;
  }
}
