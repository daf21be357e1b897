import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { KeptMessage } from '../running/KeptRollback';
import type { RollbackSettings } from '../settings/RollbackSettings';
import { channelOf } from './channelOf';

/** The message of a rollback that begins; `undefined` where nobody is told by Slack. */
export function newMessage(
  settings: Pick<RollbackSettings, 'slack'>,
  service: Pick<ServiceEntry, 'annotations'>,
): KeptMessage | undefined {
  const channel = channelOf(settings, service);
  return channel ? { channel, mayBeThere: false, isOver: false } : undefined;
}
