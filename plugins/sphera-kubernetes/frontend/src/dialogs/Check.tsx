import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import { ReactNode } from 'react';
import styles from './dialogs.module.css';

/** One thing that was looked at before: fine, or in the way. */
export function Check(props: { isFine: boolean; children: ReactNode }) {
  const { isFine, children } = props;
  return (
    <li className={isFine ? styles.fine : styles.inTheWay}>
      {isFine ? (
        <RiCheckLine size={16} aria-label="Fine:" />
      ) : (
        <RiCloseLine size={16} aria-label="In the way:" />
      )}
      <span>{children}</span>
    </li>
  );
}
