import { RiArchiveLine } from '@remixicon/react';
import { type Flag, retireFlag } from '@sphera/plugin-flags-common';
import { OperationButton } from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { RetireDialog } from './RetireDialog';

/** Takes a flag out of every cluster, once one has read what that means. */
export function RetireFlagButton(props: { flag: Flag }) {
  const { flag } = props;
  const [isOpen, setOpen] = useState(false);
  if (flag.retiredAt) return null;
  return (
    <>
      <OperationButton
        operation={retireFlag}
        target={{ service: flag.service }}
        size="medium"
        variant="secondary"
        iconStart={<RiArchiveLine />}
        onPress={() => setOpen(true)}
      >
        Retire…
      </OperationButton>
      {isOpen && <RetireDialog flag={flag} onClose={() => setOpen(false)} />}
    </>
  );
}
