import {
  RiArrowGoBackLine,
  RiDeleteBinLine,
  RiEditLine,
  RiEyeLine,
  RiFileCopyLine,
} from '@remixicon/react';
import type { Operation } from '@sphera/plugin-operations-common';
import {
  copySecret,
  deleteSecret,
  Place,
  restoreSecret,
  restoreVersion,
  revealSecret,
  SecretCell,
  SecretRow,
  updateSecret,
} from '@sphera/plugin-secrets-common';
import { ReactElement } from 'react';
import type { SecretsDialogs } from '../../dialogs/SecretsDialogs';
import { isDrift, rightPlaceFor } from '../../parts/mending';
import { isThere } from '../../parts/stateWords';

/** Something that can be done with a secret in one place. */
export interface PlaceDeed {
  operation: Operation;
  label: string;
  icon: ReactElement;
  /** What one most likely came for. */
  isMain?: boolean;
  isDestructive?: boolean;
  /** Opens its dialog. */
  open(): void;
}

/** What can be done with a secret in one place, as it is there. */
export function placeDeeds(
  about: { service: string; row: SecretRow; cell: SecretCell },
  dialogs: SecretsDialogs,
): PlaceDeed[] {
  const { row, cell } = about;
  const { environment, region, state } = cell;
  const here: Here = { ...about, place: { environment, region } };
  if (state === 'pending-deletion') return [restore(here, dialogs)];
  const isElsewhere = row.cells.some(
    one => isThere(one.state) && one.state !== 'pending-deletion',
  );
  const takesCopy = isDrift(cell) || (state === 'absent' && isElsewhere);
  return [
    ...(takesCopy ? [copyHere(here, dialogs)] : []),
    ...(isThere(state) ? deedsWhereItIs(here, dialogs) : []),
  ];
}

interface Here {
  service: string;
  row: SecretRow;
  cell: SecretCell;
  place: Place;
}

function restore(
  { service, row, place }: Here,
  dialogs: SecretsDialogs,
): PlaceDeed {
  return {
    operation: restoreSecret,
    label: 'Restore',
    icon: <RiArrowGoBackLine />,
    isMain: true,
    open: () => dialogs.restore({ service, row, place }),
  };
}

function copyHere(
  { service, row, cell, place }: Here,
  dialogs: SecretsDialogs,
): PlaceDeed {
  return {
    operation: copySecret,
    label: isThere(cell.state) ? 'Mend' : 'Copy here',
    icon: <RiFileCopyLine />,
    isMain: isDrift(cell),
    open: () =>
      dialogs.copy({
        service,
        names: [row.name],
        from: rightPlaceFor(row, place),
        to: [place],
      }),
  };
}

function deedsWhereItIs(
  { service, row, place }: Here,
  dialogs: SecretsDialogs,
): PlaceDeed[] {
  const { name } = row;
  return [
    {
      operation: revealSecret,
      label: 'Reveal',
      icon: <RiEyeLine />,
      open: () => dialogs.reveal({ service, name, place }),
    },
    {
      operation: updateSecret,
      label: 'Change',
      icon: <RiEditLine />,
      open: () => dialogs.update({ service, row, place }),
    },
    {
      operation: copySecret,
      label: 'Copy from here',
      icon: <RiFileCopyLine />,
      open: () => dialogs.copy({ service, names: [name], from: place }),
    },
    {
      operation: restoreVersion,
      label: 'Go back',
      icon: <RiArrowGoBackLine />,
      open: () => dialogs.goBack({ service, row, place }),
    },
    {
      operation: deleteSecret,
      label: 'Delete',
      icon: <RiDeleteBinLine />,
      isDestructive: true,
      open: () => dialogs.delete({ service, row, place }),
    },
  ];
}
