import { RiArrowGoBackLine } from '@remixicon/react';
import {
  type Flag,
  type FlagChange,
  restoreFlag,
} from '@sphera/plugin-flags-common';
import { exactly, OperationButton } from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { PutBackDialog } from './PutBackDialog';

/** Puts a flag back to what it was right after a change of its history. */
export function PutBackButton(props: { flag: Flag; change: FlagChange }) {
  const { flag, change } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <OperationButton
        operation={restoreFlag}
        target={{ service: flag.service }}
        size="small"
        variant="secondary"
        iconStart={<RiArrowGoBackLine size={14} />}
        aria-label={`Put back to this point, ${exactly(change.at)}…`}
        onPress={() => setOpen(true)}
      >
        Put back to this point…
      </OperationButton>
      {isOpen && (
        <PutBackDialog
          flag={flag}
          change={change}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
