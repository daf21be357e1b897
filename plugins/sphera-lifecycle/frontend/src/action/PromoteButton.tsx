import type { StepAction } from '@sphera/plugin-lifecycle-common';
import { OperationButton } from '@sphera/plugin-operations-react';
import { promote } from '@sphera/plugin-rollback-common';
import { useState } from 'react';
import { PromoteDialog } from './PromoteDialog';

/** Has the next environment run what the one before it runs. */
export function PromoteButton(props: {
  /** Entity ref. */
  service: string;
  action: Extract<StepAction, { kind: 'promote' }>;
}) {
  const { service, action } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <OperationButton
        operation={promote}
        target={{ service, environment: action.to }}
        size="small"
        onPress={() => setOpen(true)}
      >
        {action.title}…
      </OperationButton>
      {isOpen && (
        <PromoteDialog
          service={service}
          action={action}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
