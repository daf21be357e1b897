import { ToggleButton } from '@backstage/ui';
import type { FindingKind } from '@sphera/plugin-secrets-common';
import { ALL_VIEWS, View, VIEWS } from './question';
import { VIEW_WORDS } from './viewWords';
import styles from './ViewChoice.module.css';

/** Which kind of findings is shown, with how many there are of each. */
export function ViewChoice(props: {
  view: View;
  /** Absent while they are not known. */
  counts?: Partial<Record<FindingKind, number>>;
  onChange(view: View): void;
}) {
  const { view, counts, onChange } = props;
  return (
    <div className={styles.views} role="group" aria-label="What was found">
      {ALL_VIEWS.map(one => (
        <ToggleButton
          key={one}
          size="small"
          isSelected={one === view}
          onChange={() => onChange(one)}
        >
          <span>{VIEW_WORDS[one].title}</span>{' '}
          <span className={styles.count}>
            {counts ? total(one, counts) : '–'}
          </span>
        </ToggleButton>
      ))}
    </div>
  );
}

function total(
  view: View,
  counts: Partial<Record<FindingKind, number>>,
): string {
  const sum = VIEWS[view].reduce((all, kind) => all + (counts[kind] ?? 0), 0);
  return sum.toLocaleString('en');
}
