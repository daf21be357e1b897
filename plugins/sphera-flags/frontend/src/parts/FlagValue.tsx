import {
  RiCheckboxBlankCircleLine,
  RiContrastLine,
  RiForbidLine,
  RiListCheck2,
  RiRecordCircleFill,
  RiRecordCircleLine,
  RiSubtractLine,
} from '@remixicon/react';
import type { CellGroup } from '@sphera/plugin-flags-common';
import styles from './FlagValue.module.css';

/** What a flag comes to in a cluster, in few words. */
export type Value = NonNullable<CellGroup['wanted']>;

/** What clusters have where nothing is wanted of them. */
export const NOT_THERE: Value = { text: 'not there' };

/** Whether a flag was never there, or was taken away. */
export function isGone({ text }: Value): boolean {
  return text === NOT_THERE.text || text === 'removed';
}

/** What a flag comes to: `on`, `25 % on`, `rules`; full, half, empty and all else are told apart by shape, too. */
export function FlagValue(props: {
  value: Value;
  /** How many clusters have it; absent: it is about one. */
  count?: number;
}) {
  const { value, count } = props;
  const Sign = signOf(value);
  return (
    <span className={styles.value} data-on={value.isOn}>
      <Sign size={14} aria-hidden />
      <span>
        {count !== undefined && (
          <span className={styles.count}>{count.toLocaleString('en')} </span>
        )}
        {value.text}
      </span>
    </span>
  );
}

function signOf(value: Value) {
  const { isOn, text } = value;
  if (isOn !== undefined) {
    return isOn ? RiRecordCircleFill : RiCheckboxBlankCircleLine;
  }
  if (isGone(value)) return RiSubtractLine;
  if (text === 'disabled') return RiForbidLine;
  if (text === 'rules') return RiListCheck2;
  return text.includes('%') ? RiContrastLine : RiRecordCircleLine;
}
