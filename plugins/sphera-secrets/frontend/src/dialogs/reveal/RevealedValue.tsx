import { Button, DialogBody, DialogFooter, Text } from '@backstage/ui';
import { useEffect, useRef } from 'react';
import { CopyButton } from './CopyButton';
import { Countdown } from './Countdown';
import styles from './reveal.module.css';
import { Revealed } from './useRevealed';

/** A value, in plain. */
export function RevealedValue(props: { revealed: Revealed; onHide(): void }) {
  const { value, encoding, fullName, until } = props.revealed;
  const box = useRef<HTMLPreElement>(null);
  // The button that was pressed is gone; who listens is told what came instead.
  useEffect(() => box.current?.focus(), []);
  const isBinary = encoding === 'base64';
  return (
    <>
      <DialogBody>
        <div className={styles.shown}>
          <Text color="secondary">
            <code className={styles.fullName}>{fullName}</code>
          </Text>
          {isBinary && (
            <Text>
              It is binary, {sizeOf(value)}, and written in base64 here.
            </Text>
          )}
          <pre
            ref={box}
            className={styles.value}
            role="region"
            aria-label={isBinary ? 'Value in base64' : 'Value'}
            // It scrolls, with the keyboard too.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            translate="no"
          >
            {value}
          </pre>
          <Countdown until={until} />
          <div className={styles.copy}>
            <CopyButton
              label={isBinary ? 'Copy base64' : 'Copy value'}
              value={value}
            />
          </div>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button size="medium" onPress={props.onHide}>
          Hide now
        </Button>
      </DialogFooter>
    </>
  );
}

function sizeOf(base64: string): string {
  const bytes = atob(base64).length;
  return `${bytes.toLocaleString('en')} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
