import {
  abortRollout,
  advanceRollout,
  createFlag,
  killFlag,
  mendDrift,
  pauseRollout,
  restoreFlag,
  resumeRollout,
  retireFlag,
  setFlag,
  startRollout,
} from './actingOperations';
import {
  getFlag,
  getMessaging,
  getRings,
  getRollout,
  listAgents,
  listChanges,
  listDrift,
  listFlags,
  listRollouts,
  listSetAside,
} from './lookingOperations';
import {
  claimFlagNamespace,
  releaseFlagNamespace,
} from './namespaceOperations';
import { listServiceFlags } from './serviceFlags';

/** Every operation of this capability. */
export const flagsOperations = [
  listFlags,
  listServiceFlags,
  getFlag,
  createFlag,
  setFlag,
  retireFlag,
  killFlag,
  restoreFlag,
  startRollout,
  pauseRollout,
  resumeRollout,
  abortRollout,
  getRollout,
  listRollouts,
  getRings,
  listDrift,
  mendDrift,
  listChanges,
  listAgents,
  getMessaging,
  listSetAside,
  claimFlagNamespace,
  releaseFlagNamespace,
  advanceRollout,
];
