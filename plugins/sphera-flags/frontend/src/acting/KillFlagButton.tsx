import { RiShutDownLine } from '@remixicon/react';
import { type Flag, killFlag } from '@sphera/plugin-flags-common';
import { OperationButton } from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { KillDialog } from './KillDialog';

/** What a kill switch has to know of its flag. */
export type KillableFlag = Pick<
  Flag,
  'flag' | 'service' | 'type' | 'retiredAt' | 'rollout'
>;

/** Switches a flag off everywhere: this button, and the one of the dialog that it opens. */
export function KillFlagButton(props: {
  flag: KillableFlag;
  /** Small, with its sign alone, for a row of a table. */
  compact?: boolean;
}) {
  const { flag, compact } = props;
  const [isOpen, setOpen] = useState(false);
  if (flag.retiredAt) return null;
  return (
    <>
      <OperationButton
        operation={killFlag}
        target={{ service: flag.service }}
        size={compact ? 'small' : 'medium'}
        variant={compact ? 'tertiary' : 'secondary'}
        iconStart={<RiShutDownLine />}
        aria-label={compact ? `Switch ${flag.flag} off everywhere…` : undefined}
        onPress={() => setOpen(true)}
      >
        {compact ? null : 'Switch off everywhere…'}
      </OperationButton>
      {isOpen && <KillDialog flag={flag} onClose={() => setOpen(false)} />}
    </>
  );
}
