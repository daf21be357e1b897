import { Switch, TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import styles from './value.module.css';

/**
 * Room for a text of many lines that nobody should read over a shoulder: dots
 * until it is shown. The browser neither keeps nor checks the spelling of it.
 */
export function HiddenTextArea(props: {
  label: string;
  description?: string;
  placeholder?: string;
  rows: number;
  value: string;
  onChange(value: string): void;
  /** A sentence; undefined: nothing is wrong. */
  problem?: string;
}) {
  const { problem, ...field } = props;
  const [isShown, setIsShown] = useState(false);
  return (
    <div className={isShown ? styles.area : styles.hiddenArea}>
      <TextAreaField
        {...field}
        size="medium"
        autoComplete="off"
        autoCorrect="off"
        spellCheck="false"
        validationBehavior="aria"
        validate={() => problem ?? true}
      />
      <Switch label="Show it" isSelected={isShown} onChange={setIsShown} />
    </div>
  );
}
