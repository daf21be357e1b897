import { Button, Text } from '@backstage/ui';
import { RiLoopLeftLine } from '@remixicon/react';
import { mendDrift } from '@sphera/plugin-flags-common';
import {
  FormDialog,
  OperationButton,
  ReasonField,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';

/** What is brought in step: a flag in a cluster, a flag everywhere, or all flags of a cluster. */
export interface Mended {
  flag?: string;
  cluster?: string;
  /** Whose flags they are, entity ref; absent: nobody knows the flag here, or the flags of a cluster are of several services. */
  service?: string;
}

/** Asks why, and sends what is wanted once more to where something else is. */
export function MendButton(props: { of: Mended }) {
  const { flag, cluster, service } = props.of;
  const of = { flag, cluster };
  const [isOpen, setOpen] = useState(false);
  const button = {
    size: 'small',
    variant: 'secondary',
    iconStart: <RiLoopLeftLine size={14} />,
    'aria-label': `Bring ${inWords(of)} in step…`,
    onPress: () => setOpen(true),
    children: 'Bring in step…',
  } as const;
  // Whether one may for each of several services, the backend says when it is asked.
  const isOfSeveral = flag === undefined && service === undefined;
  return (
    <>
      {isOfSeveral ? (
        <Button {...button} />
      ) : (
        <OperationButton
          {...button}
          operation={mendDrift}
          target={{ service, cluster }}
        />
      )}
      {isOpen && <MendDialog of={of} onClose={() => setOpen(false)} />}
    </>
  );
}

function MendDialog(props: { of: Mended; onClose(): void }) {
  const { of, onClose } = props;
  const [reason, setReason] = useState('');
  const mending = useOperationMutation(mendDrift, {
    quiet: true,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={`Bring ${inWords(of)} in step`}
      submitLabel="Bring in step"
      error={mending.error}
      isPending={mending.isPending}
      onSubmit={() => mending.mutate({ ...of, reason })}
      onClose={onClose}
    >
      <Text>
        What is wanted is sent once more to where something else is. What was
        changed there is overwritten; flags that nobody wants any more are
        removed.
      </Text>
      <ReasonField
        value={reason}
        onChange={setReason}
        error={mending.error}
        placeholder="It was edited by hand"
      />
    </FormDialog>
  );
}

function inWords({ flag, cluster }: Mended): string {
  if (flag && cluster) return `${flag} in ${cluster}`;
  return flag ?? `all flags of ${cluster}`;
}
