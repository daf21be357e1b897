import type { Flag } from '@sphera/plugin-flags-common';
import { FlagHistory } from '../history/FlagHistory';
import { RolloutList } from '../rollout/RolloutList';
import { RolloutStrip } from '../rollout/RolloutStrip';
import { CellsSection } from './CellsSection';
import { DefinitionSection } from './DefinitionSection';
import styles from './flag.module.css';
import { FlagTitle } from './FlagTitle';

/** All there is to see of a flag. */
export function FlagView(props: { flag: Flag }) {
  const { flag } = props;
  return (
    <div className={styles.page}>
      <FlagTitle flag={flag} />
      {flag.rollout && <RolloutStrip flag={flag} />}
      <CellsSection flag={flag} />
      <DefinitionSection flag={flag} />
      <FlagHistory flag={flag} />
      <RolloutList flag={flag} />
    </div>
  );
}
