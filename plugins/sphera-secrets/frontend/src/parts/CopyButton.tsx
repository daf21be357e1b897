import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useCopy } from '@sphera/plugin-operations-react';

/** Takes something that is no secret to the clipboard. */
export function CopyButton(props: {
  /** What it is, like `Copy the full name`. */
  label: string;
  text: string;
}) {
  const { label, text } = props;
  const { isDone, copy } = useCopy(text);
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
