import { Text } from '@backstage/ui';
import {
  Actor,
  TimeAgo,
  useUncachedCall,
} from '@sphera/plugin-operations-react';
import {
  finishChange,
  undoChange,
  type UnfinishedChange,
} from '@sphera/plugin-secrets-common';
import { useState } from 'react';
import { WhyField } from '../../fields/WhyField';
import { environmentsOfChange } from '../steps/partlyDone';
import { PlacesReached } from '../steps/PlacesReached';
import { RunDialog } from '../steps/RunDialog';
import { RunForm } from '../steps/RunForm';
import { useRun } from '../steps/useRun';
import { useDoneToast } from '../useDoneToast';

const DEEDS: Record<UnfinishedChange['operation'], string> = {
  'create-secret': 'created',
  'update-secret': 'changed',
  'copy-secret': 'copied',
  'adopt-secret': 'brought to the standard',
};

const WAYS = {
  finish: {
    operation: finishChange,
    title: 'Finish the change of',
    label: 'Finish it in the rest',
    sentence:
      'The places that it did not reach get what the others have, server-side: nobody sees a value.',
    done: 'is the same in every place now',
  },
  undo: {
    operation: undoChange,
    title: 'Undo the change of',
    label: 'Undo it',
    sentence:
      'Where it was done it is taken back: what it created is removed, what it replaced is current again. What somebody changed since is left alone.',
    done: 'is as it was before',
  },
};

/** Takes a change that did not reach every place to the rest, or back. */
export function UnfinishedDialog(props: {
  way: keyof typeof WAYS;
  service: string;
  change: UnfinishedChange;
  onClose(): void;
}) {
  const { service, change, onClose } = props;
  const way = WAYS[props.way];
  const run = useRun();
  const call = useUncachedCall();
  const tellDone = useDoneToast();
  const [reason, setReason] = useState('');
  const submit = async () => {
    const input = {
      service,
      environments: environmentsOfChange(change),
      change: change.change,
      reason: reason.trim() || undefined,
    };
    const step = { title: change.name, run: () => call(way.operation, input) };
    if (await run.start([step])) {
      tellDone(`${change.name} ${way.done}`);
      onClose();
    }
  };
  return (
    <RunDialog
      title={`${way.title} ${change.name}`}
      run={run}
      onClose={onClose}
    >
      <RunForm
        service={service}
        run={run}
        submitLabel={way.label}
        destructive={props.way === 'undo'}
        onSubmit={submit}
      >
        <Text>
          It was {DEEDS[change.operation]} by <Actor actor={change.by} />{' '}
          <TimeAgo time={change.at} />, and not everywhere:
        </Text>
        <PlacesReached change={change} />
        <Text>{way.sentence}</Text>
        <WhyField value={reason} onChange={setReason} error={run.error} />
      </RunForm>
    </RunDialog>
  );
}
