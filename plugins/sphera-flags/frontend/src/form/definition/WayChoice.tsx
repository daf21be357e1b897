import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { Way } from '../draft/DefinitionDraft';
import styles from './definition.module.css';

const WORDS: Record<Way, string> = {
  everybody: 'Everybody the same',
  split: 'By percentage',
  rules: 'By rules',
  text: 'As JSON, for experts',
};

/** How one says who gets what. */
export function WayChoice(props: {
  ways: readonly Way[];
  value: Way;
  onChange(way: Way): void;
}) {
  const { ways, value, onChange } = props;
  return (
    <ToggleButtonGroup
      aria-label="Who gets what"
      className={styles.ways}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={keys => {
        const way = ways.find(one => keys.has(one));
        if (way) onChange(way);
      }}
    >
      {ways.map(way => (
        <ToggleButton key={way} id={way}>
          {WORDS[way]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
