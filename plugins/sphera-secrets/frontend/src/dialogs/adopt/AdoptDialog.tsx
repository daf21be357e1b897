import { Radio, RadioGroup, Text, TextField } from '@backstage/ui';
import { fieldProblem, useUncachedCall } from '@sphera/plugin-operations-react';
import { adoptSecret } from '@sphera/plugin-secrets-common';
import { useState } from 'react';
import { WhyField } from '../../fields/WhyField';
import { usePlaceWords } from '../../parts/usePlaceWords';
import type { SecretsDialogs } from '../SecretsDialogs';
import { RunDialog } from '../steps/RunDialog';
import { RunForm } from '../steps/RunForm';
import { useRun } from '../steps/useRun';
import { useDoneToast } from '../useDoneToast';
import { AdoptionSteps } from './AdoptionSteps';
import { OwningService } from './OwningService';
import { useAdoption } from './useAdoption';

/** Says what bringing a secret to the standard takes, and does it. */
export function AdoptDialog(props: {
  about: Parameters<SecretsDialogs['adopt']>[0];
  onClose(): void;
}) {
  const { onClose } = props;
  const { fullName, place, also = [] } = props.about;
  const places = [place, ...also];
  const run = useRun();
  const call = useUncachedCall();
  const tellDone = useDoneToast();
  const words = usePlaceWords();
  const [service, setService] = useState(props.about.service);
  const [name, setName] = useState(props.about.name);
  const [deleteOld, setDeleteOld] = useState(false);
  const [reason, setReason] = useState('');
  const adoption = useAdoption({ service, fullName, name, ...place });
  const { data: plan } = adoption;
  const submit = async () => {
    if (!service || !plan) return;
    const input = {
      service,
      fullName,
      name: plan.name,
      deleteOld: plan.isRenamed && deleteOld,
      reason: reason.trim() || undefined,
    };
    const steps = places.map(one => ({
      title: words(one),
      run: () => call(adoptSecret, { ...input, ...one }),
    }));
    if (await run.start(steps)) {
      tellDone(`${plan.fullName} is to the standard`);
      onClose();
    }
  };
  return (
    <RunDialog title="Bring to the standard" run={run} onClose={onClose}>
      <RunForm
        service={service ?? ''}
        run={run}
        submitLabel="Bring to the standard"
        isDisabled={!plan || Boolean(plan.problem)}
        onSubmit={submit}
      >
        <Text>
          <code>{fullName}</code> in {places.map(words).join(', ')}
        </Text>
        {!props.about.service && (
          <OwningService
            value={service}
            onChange={setService}
            error={run.error}
          />
        )}
        {service && (
          <TextField
            label="Name from now on"
            name="secret-name"
            size="medium"
            autoComplete="off"
            spellCheck="false"
            value={name ?? plan?.name ?? ''}
            onChange={setName}
            {...fieldProblem(run.error ?? adoption.error, 'name')}
          />
        )}
        {service && <AdoptionSteps adoption={adoption} />}
        {plan?.isRenamed && (
          <RadioGroup
            label={`What becomes of ${fullName}`}
            value={deleteOld ? 'delete' : 'keep'}
            onChange={choice => setDeleteOld(choice === 'delete')}
          >
            <Radio value="keep">Keep it, until nothing reads it any more</Radio>
            <Radio value="delete">Delete it; it can be restored a while</Radio>
          </RadioGroup>
        )}
        <WhyField value={reason} onChange={setReason} error={run.error} />
      </RunForm>
    </RunDialog>
  );
}
