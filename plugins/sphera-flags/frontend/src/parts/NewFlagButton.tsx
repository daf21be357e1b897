import { ButtonLink } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { createFlag } from '@sphera/plugin-flags-common';
import { useMay } from '@sphera/plugin-operations-react';
import { useFlagLinks } from './useFlagLinks';

/** The way to a new flag; where the person may not create one, it says so. */
export function NewFlagButton(props: {
  /** Of which service, entity ref; absent: it is chosen there. */
  service?: string;
}) {
  const { service } = props;
  const links = useFlagLinks();
  // Who owns no more than one service may still choose it there.
  const may = useMay(createFlag, { service }) || !service;
  return (
    <span title={may ? undefined : 'You may not create a flag here'}>
      <ButtonLink
        size="medium"
        iconStart={<RiAddLine />}
        href={links.toNew(service)}
        isDisabled={!may}
      >
        New flag
      </ButtonLink>
    </span>
  );
}
