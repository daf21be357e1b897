import { randomUUID } from 'node:crypto';
import { OwnerMessages } from '../notices/OwnerMessages';
import { StopNotices } from '../notices/StopNotices';
import { Conductor, type ConductorParts } from './Conductor';

/** What conducts on this replica. */
export function openConductor(
  parts: Omit<ConductorParts, 'newId' | 'notices'> &
    Partial<Pick<ConductorParts, 'newId'>> &
    ConstructorParameters<typeof OwnerMessages>[0],
): Conductor {
  const notices = new StopNotices(new OwnerMessages(parts));
  return new Conductor({ newId: randomUUID, ...parts, notices });
}
