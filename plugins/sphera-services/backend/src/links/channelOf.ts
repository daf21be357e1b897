import type { JsonObject } from '@backstage/types';

/** The Slack channel where a service's people are, without its #. */
export function channelOf(annotations: JsonObject): string | undefined {
  const channel = annotations['sphera.io/slack-channel'];
  return typeof channel === 'string'
    ? channel.trim().replace(/^#/, '')
    : undefined;
}
