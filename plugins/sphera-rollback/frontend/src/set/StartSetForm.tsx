import { Button, Checkbox } from '@backstage/ui';
import {
  countOf,
  isConflict,
  ReasonField,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import {
  type Plan,
  type SetPlan,
  startRollbackSet,
} from '@sphera/plugin-rollback-common';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { StartRefusal } from '../parts/StartRefusal';
import { useRollbackLinks } from '../parts/useRollbackLinks';
import styles from './set.module.css';

/** Why, whether deploys are locked afterwards, and the button for all chosen services. */
export function StartSetForm(props: {
  plan: SetPlan;
  chosen: readonly Plan[];
  /** Something was another way than the plans say. */
  onConflict(): void;
}) {
  const { plan, chosen, onConflict } = props;
  const { system, environment, at } = plan;
  const navigate = useNavigate();
  const links = useRollbackLinks();
  const [reason, setReason] = useState('');
  const [isLocked, setLocked] = useState<boolean>();
  const starting = useOperationMutation(startRollbackSet, {
    quiet: true,
    onSuccess: ({ id }) => navigate(links.toSet(id)),
  });
  const lock = isLocked ?? plan.plans.some(one => one.lockAfterwards);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length === 0 || starting.isPending) return;
    starting.mutate(
      {
        system,
        environment,
        at,
        services: chosen.map(one => one.service),
        plans: chosen.map(one => one.id),
        reason,
        lock,
      },
      { onError: error => isConflict(error) && onConflict() },
    );
  };
  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      <StartRefusal error={starting.error} />
      <ReasonField
        value={reason}
        onChange={setReason}
        error={starting.error}
        placeholder="Incident 4711: card payments fail"
        startsFocused={false}
      />
      <Checkbox isSelected={lock} onChange={setLocked}>
        Lock deploys of these services afterwards, so that no pipeline brings
        the newer versions back
      </Checkbox>
      <div className={styles.buttons}>
        <Button
          type="submit"
          size="medium"
          isPending={starting.isPending}
          isDisabled={chosen.length === 0}
        >
          Roll back {countOf(chosen.length, 'service', 'services')}
        </Button>
      </div>
    </form>
  );
}
