import type { OperationsService } from '@sphera/plugin-operations-node';
import { OwnerMessages } from '../notices/OwnerMessages';
import { RefusalNotices } from '../notices/RefusalNotices';
import type { FlagStores } from '../storage/FlagStore';
import { Intake, type IntakeParts } from './Intake';
import { PageNews } from './PageNews';

/** What takes reports in on this replica. */
export function openIntake(
  parts: Omit<IntakeParts, 'news' | 'notices' | 'stores'> &
    ConstructorParameters<typeof OwnerMessages>[0] & {
      stores: Pick<FlagStores, 'reports' | 'changes'>;
      operations: Pick<OperationsService, 'announce'>;
    },
): Intake {
  const { changes } = parts.stores;
  const messages = new OwnerMessages(parts);
  return new Intake({
    ...parts,
    news: new PageNews({ ...parts, changes }),
    notices: new RefusalNotices({ ...parts, changes, messages }),
  });
}
