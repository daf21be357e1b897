import type { Config } from '@backstage/config';
import { TOPICS } from '@sphera/plugin-flags-node';
import type { Fleet } from '@sphera/plugin-fleet-common';
import { checkedSettings } from '@sphera/plugin-fleet-node';
import { clustersOf } from './clustersOf';
import { contradictions } from './contradictions';
import type { FlagsSettings } from './FlagsSettings';
import { ringsOf } from './ringsOf';
import { settingsSchema, type WrittenSettings } from './settingsSchema';

/**
 * The settings from `sphera.flags`, checked.
 * @throws InputError naming each wrong key and what is wrong with it, never a password or a key.
 */
export function readSettings(config: Config, fleet: Fleet): FlagsSettings {
  const written = checkedSettings(config, {
    root: 'sphera.flags',
    complaint: 'The settings of flags are wrong',
    schema: settingsSchema,
    contradictions: found => contradictions(found, fleet),
  });
  const clusters = clustersOf(written, fleet);
  return {
    transport: transportOf(written),
    topics: { ...TOPICS, ...written.topics },
    partitions: written.partitions,
    replicas: written.replicas,
    signing: written.signing,
    clusters: clusters.map(({ name }) => name),
    rings: ringsOf(written.rings, fleet, clusters),
    soakMs: written.soak,
    silentAfterMs: written.silentAfter,
    acknowledgeWithinMs: written.acknowledgeWithin,
    resendAfterMs: written.resendAfter,
    readyAfterMs: written.readyToRemoveAfter,
    keepHistoryMs: written.keepHistory,
    guardrails: written.guardrails,
    firstFlags: written.firstFlags,
  };
}

function transportOf({
  transport,
}: WrittenSettings): FlagsSettings['transport'] {
  if (!transport) return undefined;
  if (!transport.kafka) return { kind: 'log', url: transport.log! };
  const { createTopics, tls, ...kafka } = transport.kafka;
  return {
    kind: 'kafka',
    kafka: { ...kafka, ...(tls && { tls: tls === true ? {} : tls }) },
    createTopics,
  };
}
