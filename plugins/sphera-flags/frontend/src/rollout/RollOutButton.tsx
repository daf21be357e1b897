import { ButtonLink } from '@backstage/ui';
import { RiStairsLine } from '@remixicon/react';
import { type Flag, startRollout } from '@sphera/plugin-flags-common';
import { useMay } from '@sphera/plugin-operations-react';
import { useFlagLinks } from '../parts/useFlagLinks';

/** The way to the page that rolls a flag out; nothing for who may not, or while it is being rolled out. */
export function RollOutButton(props: {
  flag: Pick<Flag, 'flag' | 'service' | 'retiredAt' | 'rollout'>;
}) {
  const { flag, service, retiredAt, rollout } = props.flag;
  const links = useFlagLinks();
  const may = useMay(startRollout, { service });
  if (!may || retiredAt || rollout) return null;
  return (
    <ButtonLink
      variant="secondary"
      size="medium"
      iconStart={<RiStairsLine />}
      href={links.toStartRollout(flag)}
    >
      Roll out
    </ButtonLink>
  );
}
