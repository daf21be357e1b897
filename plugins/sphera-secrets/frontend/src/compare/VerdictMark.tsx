import {
  RiArrowLeftLine,
  RiArrowLeftRightLine,
  RiArrowRightLine,
  RiEqualLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { ComparedSecret } from '@sphera/plugin-secrets-common';
import styles from './Compare.module.css';

const SIGNS: Record<ComparedSecret['verdict'], typeof RiEqualLine> = {
  same: RiEqualLine,
  different: RiArrowLeftRightLine,
  'only-here': RiArrowLeftLine,
  'only-there': RiArrowRightLine,
  unknown: RiQuestionLine,
};

/** How a secret is in two places: a sign and words. */
export function VerdictMark(props: {
  verdict: ComparedSecret['verdict'];
  words: string;
}) {
  const { verdict, words } = props;
  const Sign = SIGNS[verdict];
  return (
    <span className={styles.verdict} data-verdict={verdict}>
      <Sign size={16} aria-hidden />
      {words}
    </span>
  );
}
