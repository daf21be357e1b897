import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Button, Checkbox, Text, useBreakpoint } from '@backstage/ui';
import {
  isConflict,
  ReasonField,
  useMay,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { type Plan, startRollback } from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { type FormEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { environmentInWords } from '../parts/placeWords';
import { StartRefusal } from '../parts/StartRefusal';
import { useRollbackLinks } from '../parts/useRollbackLinks';
import styles from './start.module.css';

/** Why, whether deploys are locked afterwards, and the button. */
export function StartForm(props: {
  plan: Plan;
  /** Undefined: all. */
  regions: readonly string[] | undefined;
  /** Whether the plan is not that of what is chosen. */
  isStale: boolean;
  /** Something was another way than the plan says. */
  onConflict(): void;
}) {
  const { plan, regions, isStale, onConflict } = props;
  const { service, environment, version } = plan;
  const navigate = useNavigate();
  const links = useRollbackLinks();
  const [reason, setReason] = useState('');
  const [isLocked, setLocked] = useState<boolean>();
  const starting = useOperationMutation(startRollback, {
    quiet: true,
    onSuccess: ({ id }) => navigate(links.toRollback(id)),
  });
  const { primaryTitle: title } = useEntityPresentation(service);
  const where = environmentInWords(useFleet(), environment);
  const mayStart = useMay(startRollback, {
    service,
    environment,
    region: regions?.length === 1 ? regions[0] : undefined,
  });
  // Where it stands below everything, the focus would take one past what one should read.
  const isBesideThePlan = useBreakpoint().up('lg');
  const whyNotId = useId();
  const whyNot = obstacle(mayStart, plan, `${title} in ${where}`);
  const lock = isLocked ?? plan.lockAfterwards;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whyNot || isStale || starting.isPending) return;
    starting.mutate(
      {
        service,
        environment,
        regions: regions && [...regions],
        version,
        reason,
        lock,
        plan: plan.id,
      },
      { onError: error => isConflict(error) && onConflict() },
    );
  };
  return (
    <form noValidate onSubmit={submit} className={styles.deed}>
      <StartRefusal error={starting.error} />
      <ReasonField
        value={reason}
        onChange={setReason}
        error={starting.error}
        placeholder="Incident 4711: card payments fail"
        startsFocused={isBesideThePlan}
      />
      <Checkbox isSelected={lock} onChange={setLocked}>
        Lock deploys of {title} in {where} afterwards, so that no pipeline
        brings {plan.from} back
      </Checkbox>
      <div className={styles.buttons}>
        <Button
          type="submit"
          size="medium"
          isPending={starting.isPending}
          isDisabled={Boolean(whyNot) || isStale}
          aria-describedby={whyNot && whyNotId}
        >
          Roll back {title} to {version}
        </Button>
        {whyNot && (
          <Text id={whyNotId} color="secondary">
            {whyNot}
          </Text>
        )}
      </div>
    </form>
  );
}

function obstacle(mayStart: boolean, plan: Plan, what: string) {
  if (!mayStart) return `You may not roll back ${what}.`;
  if (plan.obstacles.length > 0)
    return 'Something stands in the way: see above.';
  return undefined;
}
