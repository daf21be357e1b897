import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { RollbackSettings } from '../settings/RollbackSettings';

/** Says in the catalog where a service's people are told: `#booking`, or the id of a channel. */
const ANNOTATION = 'sphera.io/slack-channel';

/** The Slack channel that is told of a service; `undefined`: none is. */
export function channelOf(
  { slack }: Pick<RollbackSettings, 'slack'>,
  { annotations }: Pick<ServiceEntry, 'annotations'>,
): string | undefined {
  if (!slack) return undefined;
  const own = annotations[ANNOTATION];
  return (typeof own === 'string' && own.trim()) || slack.channel;
}
