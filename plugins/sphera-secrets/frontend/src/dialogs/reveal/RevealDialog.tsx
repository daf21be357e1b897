import { Alert, Dialog, DialogBody, DialogHeader, Text } from '@backstage/ui';
import {
  DialogForm,
  ReasonField,
  useMay,
} from '@sphera/plugin-operations-react';
import { revealSecret } from '@sphera/plugin-secrets-common';
import { useState } from 'react';
import { usePlaceWords } from '../../parts/usePlaceWords';
import type { SecretInPlace } from '../SecretsDialogs';
import { HiddenAgain } from './HiddenAgain';
import { RevealedValue } from './RevealedValue';
import { useRevealed } from './useRevealed';

const WIDTH_PX = 600;

/** Asks why, and shows one value for a while. */
export function RevealDialog(props: {
  about: SecretInPlace & { versionId?: string };
  onClose(): void;
}) {
  const { service, name, place, versionId } = props.about;
  const words = usePlaceWords();
  const may = useMay(revealSecret, { service, ...place });
  const { state, reveal, hide } = useRevealed();
  const [reason, setReason] = useState('');
  const error = state.phase === 'refused' ? state.error : null;
  const submit = () =>
    reveal({ service, name, ...place, versionId, reason: reason.trim() });
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width={WIDTH_PX}
    >
      <DialogHeader>{`Reveal ${name} in ${words(place)}`}</DialogHeader>
      {!may && <MayNot where={words(place)} />}
      {may && state.phase === 'shown' && (
        <RevealedValue revealed={state.revealed} onHide={hide} />
      )}
      {may && state.phase === 'hidden' && <HiddenAgain onAgain={submit} />}
      {may && state.phase !== 'shown' && state.phase !== 'hidden' && (
        <DialogForm
          submitLabel="Reveal for 30 seconds"
          error={error}
          isPending={state.phase === 'waiting'}
          onSubmit={submit}
        >
          <Text>
            {versionId ? 'The value of this version' : 'The current value'} is
            shown for 30 seconds, and it is recorded that you saw it, with your
            reason.
          </Text>
          <ReasonField
            value={reason}
            onChange={setReason}
            error={error}
            placeholder="Compare it with what the provider sent"
          />
        </DialogForm>
      )}
    </Dialog>
  );
}

function MayNot(props: { where: string }) {
  return (
    <DialogBody>
      <Alert
        status="warning"
        icon
        title={`You may not reveal secrets in ${props.where}`}
        description="Unless the policy here says otherwise, the platform team may, and outside of production the owners of the service too. Ask them; for moving a value to another place nobody has to see it: copy it instead."
      />
    </DialogBody>
  );
}
