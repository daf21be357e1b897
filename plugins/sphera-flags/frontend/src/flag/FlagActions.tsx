import type { Flag } from '@sphera/plugin-flags-common';
import { ChangeFlagButton } from '../acting/ChangeFlagButton';
import { KillFlagButton } from '../acting/KillFlagButton';
import { RetireFlagButton } from '../acting/RetireFlagButton';
import { RollOutButton } from '../rollout/RollOutButton';
import styles from './flag.module.css';

/** What one can do about a flag. */
export function FlagActions(props: { flag: Flag }) {
  const { flag } = props;
  return (
    <div className={styles.actions}>
      <ChangeFlagButton flag={flag} />
      <RollOutButton flag={flag} />
      <KillFlagButton flag={flag} />
      <RetireFlagButton flag={flag} />
    </div>
  );
}
