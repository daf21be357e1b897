import {
  RiArrowDownLine,
  RiExpandUpDownLine,
  RiEqualizerLine,
  RiHistoryLine,
  RiListSettingsLine,
} from '@remixicon/react';
import type { DriftKind } from '@sphera/plugin-kubernetes-common';
import { DRIFT_WORDS } from '../words/drift';
import styles from './DriftKinds.module.css';

const SIGNS = {
  version: undefined,
  behind: RiArrowDownLine,
  replicas: RiExpandUpDownLine,
  resources: RiEqualizerLine,
  variables: RiListSettingsLine,
  overwritten: RiHistoryLine,
};

/** What differs about a deployment besides its version, one sign each. */
export function DriftKinds(props: { kinds: DriftKind[] }) {
  return (
    <>
      {props.kinds.map(kind => {
        const Sign = SIGNS[kind];
        return (
          Sign && (
            <span key={kind} className={styles.kind} title={DRIFT_WORDS[kind]}>
              <Sign size={14} aria-hidden />
            </span>
          )
        );
      })}
    </>
  );
}
