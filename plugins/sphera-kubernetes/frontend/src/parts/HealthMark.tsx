import { Unseen } from './Unseen';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiForbid2Line,
} from '@remixicon/react';
import { lookOf } from '../words/health';
import styles from './HealthMark.module.css';

const SHAPES = {
  healthy: RiCheckboxCircleFill,
  degraded: RiAlertFill,
  down: RiCloseCircleFill,
  off: RiForbid2Line,
};

/** How a deployment is, by shape and colour, and in words for who sees neither. */
export function HealthMark(props: {
  of: Parameters<typeof lookOf>[0];
  /** Pixels. Default: 16. */
  size?: number;
  /** Whether the word stands beside it. Default: only for who cannot see it. */
  withWord?: boolean;
}) {
  const { of, size = 16, withWord = false } = props;
  const { tone, word } = lookOf(of);
  const Shape = SHAPES[tone];
  return (
    <span className={`${styles.mark} ${styles[tone]}`}>
      <Shape size={size} aria-hidden className={styles.shape} />
      {withWord ? word : <Unseen>{word}</Unseen>}
    </span>
  );
}
