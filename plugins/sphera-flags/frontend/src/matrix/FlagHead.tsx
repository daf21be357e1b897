import type { FlagRow } from '@sphera/plugin-flags-common';
import { matrixStyles as styles } from '@sphera/plugin-operations-react';
import { KillFlagButton } from '../acting/KillFlagButton';
import { FlagMarks } from '../parts/FlagMarks';
import { ServiceTitle } from '../parts/ServiceTitle';
import own from './FlagHead.module.css';

/** What a row is about: the flag, whose it is, what is to be known of it, and the switch that turns it off. */
export function FlagHead(props: {
  row: FlagRow;
  href: string;
  isOfOneService: boolean;
}) {
  const { row, href, isOfOneService } = props;
  const { flag, service, owner, description } = row;
  return (
    <>
      <span className={styles.title}>
        <a href={href} title={description}>
          {flag}
        </a>
        {!row.retiredAt && <KillFlagButton flag={row} compact />}
      </span>
      <span className={own.about}>
        <span className={`${styles.owners} ${own.whose}`}>
          {!isOfOneService && <ServiceTitle service={service} />}
          {!isOfOneService && owner && ' · '}
          {owner?.title}
        </span>
        <FlagMarks flag={row} />
      </span>
    </>
  );
}
