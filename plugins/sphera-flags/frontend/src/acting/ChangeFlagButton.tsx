import { ButtonLink } from '@backstage/ui';
import { RiEditLine } from '@remixicon/react';
import { type Flag, setFlag } from '@sphera/plugin-flags-common';
import { useMay } from '@sphera/plugin-operations-react';
import { useFlagLinks } from '../parts/useFlagLinks';

/** The way to the page that changes a flag; nothing for who may not. */
export function ChangeFlagButton(props: {
  flag: Pick<Flag, 'flag' | 'service' | 'retiredAt'>;
}) {
  const { flag, service, retiredAt } = props.flag;
  const links = useFlagLinks();
  const may = useMay(setFlag, { service });
  if (!may || retiredAt) return null;
  return (
    <ButtonLink
      variant="primary"
      size="medium"
      iconStart={<RiEditLine />}
      href={links.toChange(flag)}
    >
      Change
    </ButtonLink>
  );
}
