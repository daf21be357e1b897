import type { OperationsService } from '@sphera/plugin-operations-node';
import type { FlagStores } from '../storage/FlagStore';
import { Intake, type IntakeParts } from './Intake';
import { PageNews } from './PageNews';

/** What takes reports in on this replica. */
export function openIntake(
  parts: Omit<IntakeParts, 'news' | 'stores'> & {
    stores: Pick<FlagStores, 'reports' | 'changes'>;
    operations: Pick<OperationsService, 'announce'>;
  },
): Intake {
  const { changes } = parts.stores;
  return new Intake({ ...parts, news: new PageNews({ ...parts, changes }) });
}
