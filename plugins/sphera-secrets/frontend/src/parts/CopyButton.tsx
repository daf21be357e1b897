import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';

const SAID_FOR_MS = 2_000;

/** Takes something that is no secret to the clipboard. */
export function CopyButton(props: {
  /** What it is, like `Copy the full name`. */
  label: string;
  text: string;
}) {
  const { label, text } = props;
  const toasts = useApi(toastApiRef);
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isDone) return undefined;
    const timer = setTimeout(() => setDone(false), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [isDone]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
    } catch {
      toasts.post({
        title: 'The browser did not let it be copied. Select it by hand.',
        status: 'danger',
      });
    }
  };
  return (
    <ButtonIcon
      size="small"
      variant="tertiary"
      aria-label={isDone ? 'Copied' : label}
      icon={isDone ? <RiCheckLine /> : <RiFileCopyLine />}
      onPress={copy}
    />
  );
}
