import { randomUUID } from 'node:crypto';
import { Notices, type NoticesParts } from '../notices/Notices';
import { OwnerMessages } from '../notices/OwnerMessages';
import { Conductor, type ConductorParts } from './Conductor';

/** What conducts on this replica. */
export function openConductor(
  parts: Omit<ConductorParts, 'newId' | 'notices'> &
    Partial<Pick<ConductorParts, 'newId'>> &
    Omit<NoticesParts, 'messages'> &
    ConstructorParameters<typeof OwnerMessages>[0],
): Conductor {
  const messages = new OwnerMessages(parts);
  const notices = new Notices({ ...parts, messages });
  return new Conductor({ newId: randomUUID, ...parts, notices });
}
