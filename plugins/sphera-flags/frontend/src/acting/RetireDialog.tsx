import { Alert, Text } from '@backstage/ui';
import { type Flag, retireFlag } from '@sphera/plugin-flags-common';
import {
  countOf,
  FormDialog,
  ReasonField,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { FlagValue } from '../parts/FlagValue';
import styles from './acting.module.css';
import { valuesOf } from './valuesOf';

const MOST_NAMED = 6;

/** Says what retiring a flag means and what clusters answer with until then, asks why, and does it. */
export function RetireDialog(props: { flag: Flag; onClose(): void }) {
  const { flag, onClose } = props;
  const [reason, setReason] = useState('');
  const retiring = useOperationMutation(retireFlag, {
    quiet: true,
    onSuccess: onClose,
  });
  const values = valuesOf(flag.cells);
  return (
    <FormDialog
      title={`Retire ${flag.flag}`}
      submitLabel="Retire flag"
      destructive
      error={retiring.error}
      isPending={retiring.isPending}
      isDisabled={Boolean(flag.rollout)}
      onSubmit={() => retiring.mutate({ flag: flag.flag, reason })}
      onClose={onClose}
    >
      <Text>
        It goes out of every cluster. Where an application still asks for it,
        the default of its own code counts. Its history stays, it can be put
        back from there, and its key is never used for anything else.
      </Text>
      {flag.rollout && (
        <Alert
          status="warning"
          icon
          title="It is being rolled out"
          description="Wait for the end of the roll-out, or abort it first."
        />
      )}
      {values.length > 0 && (
        <div>
          <Text as="p">Until now clusters answer:</Text>
          <ul className={styles.values} aria-label="What clusters answer now">
            {values.map(({ value, clusters }) => (
              <li key={value.text}>
                <FlagValue value={value} />
                <span>
                  in {countOf(clusters.length, 'cluster', 'clusters')}
                  {clusters.length <= MOST_NAMED && `: ${clusters.join(', ')}`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {values.length > 1 && (
        <Alert
          status="warning"
          icon
          title="Clusters do not answer alike"
          description="Afterwards all of them answer what the code says: for some of them that is another answer than now."
        />
      )}
      <ReasonField
        value={reason}
        onChange={setReason}
        error={retiring.error}
        placeholder="It is on for all, and gone from the code"
      />
    </FormDialog>
  );
}
