import { Button, Text } from '@backstage/ui';
import { useState } from 'react';

const SAID = {
  copied: 'Copied. It stays in your clipboard until you copy something else.',
  denied:
    'The browser does not let this page copy. Select the value and copy it by hand.',
};

/** Copies a value, and says whether it did. */
export function CopyButton(props: { label: string; value: string }) {
  const { label, value } = props;
  const [outcome, setOutcome] = useState<keyof typeof SAID>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome('copied');
    } catch {
      setOutcome('denied');
    }
  };
  return (
    <>
      <Button size="medium" variant="secondary" onPress={copy}>
        {label}
      </Button>
      <Text role="status" color={outcome === 'denied' ? 'danger' : 'secondary'}>
        {outcome && SAID[outcome]}
      </Text>
    </>
  );
}
