import {
  killFlag,
  mendDrift,
  restoreFlag,
  retireFlag,
  setFlag,
} from '@sphera/plugin-flags-common';
import type { OperationsService } from '@sphera/plugin-operations-node';
import type { ActingParts } from './ActingParts';
import { presentCells } from './choosing/presentCells';
import { targetsOf } from './choosing/targetsOf';
import { handleOnOneLook } from './handleOnOneLook';
import { decideKill } from './kill';
import { look, type Look } from './look';
import { decideMend, lookForMend, targetsOfMend } from './mend';
import { decideRestore, lookForRestore, targetsOfRestore } from './restore';
import { decideRetire } from './retire';
import { decideSet, targetsOfSet } from './set';

/** Opens the doors of the operations that change flags which are there. */
export function handleChanges(
  operations: OperationsService,
  parts: ActingParts,
): void {
  const lookAt = ({ flag }: { flag: string }) => look(parts, flag);
  const everywhere = (_: unknown, { flag, cells }: Look) =>
    targetsOf(
      parts,
      flag.service,
      presentCells(cells).map(({ cluster }) => cluster),
    );

  handleOnOneLook(operations, parts, setFlag, {
    look: lookAt,
    targets: (input, seen) => targetsOfSet(parts, input, seen),
    decide: (input, seen, by) => decideSet(parts, input, seen, by),
    isLimited: true,
  });

  handleOnOneLook(operations, parts, retireFlag, {
    look: lookAt,
    targets: everywhere,
    decide: ({ reason }, seen, by) => decideRetire(parts, seen, { reason, by }),
  });

  handleOnOneLook(operations, parts, killFlag, {
    look: lookAt,
    targets: everywhere,
    decide: ({ reason }, seen, by) => decideKill(parts, seen, { reason, by }),
  });

  handleOnOneLook(operations, parts, restoreFlag, {
    look: input => lookForRestore(parts, input),
    targets: (input, seen) => targetsOfRestore(parts, input, seen),
    decide: (input, seen, by) => decideRestore(parts, input, seen, by),
    isLimited: true,
  });

  handleOnOneLook(operations, parts, mendDrift, {
    look: input => lookForMend(parts, input),
    targets: (input, seen) => targetsOfMend(parts, input, seen),
    decide: ({ reason }, seen, by) => decideMend(parts, seen, { reason, by }),
  });
}
