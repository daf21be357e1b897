import {
  cancelRollback,
  rollForward,
  settleRollback,
  startRollback,
  startRollbackSet,
} from './actingOperations';
import {
  getLayout,
  getRollback,
  getRollbackSet,
  listRollbacks,
  listVersions,
  planRollback,
  planRollbackSet,
  planRollForward,
} from './lookingOperations';
import { planPromotion, promote } from './promotingOperations';

/** Every operation of this capability. */
export const rollbackOperations = [
  getLayout,
  listVersions,
  planRollback,
  planRollForward,
  startRollback,
  getRollback,
  listRollbacks,
  cancelRollback,
  rollForward,
  planRollbackSet,
  startRollbackSet,
  getRollbackSet,
  settleRollback,
  planPromotion,
  promote,
];
