import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Checkbox,
  Text,
} from '@backstage/ui';
import {
  asSentence,
  PeopleNamed,
  useMay,
} from '@sphera/plugin-operations-react';
import { type Plan, startRollbackSet } from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { useEffect } from 'react';
import { PlanView } from '../plan/PlanView';
import { FromTo } from '../parts/FromTo';
import { regionsInWords } from '../parts/placeWords';
import styles from './set.module.css';

/** One service of a set: from which version to which, what speaks against it, and its plan, folded. */
export function PlannedService(props: {
  plan: Plan;
  isChosen: boolean;
  onChoose(isWanted: boolean): void;
}) {
  const { plan, isChosen, onChoose } = props;
  const { service, environment, from, version, regions } = plan;
  const { primaryTitle: title } = useEntityPresentation(service);
  const fleet = useFleet();
  const migrations = plan.migrations.map(
    one => `${one.version} changed the database for good: ${one.what}`,
  );
  const may = useMay(startRollbackSet, { service, environment });
  const obstacles = [
    ...(may ? [] : [`You may not roll back ${title}`]),
    ...plan.obstacles,
  ];
  const odd = [...obstacles, ...migrations, ...plan.warnings];
  // One service that is not open to somebody would have all of them refused.
  const isShut = isChosen && !may;
  useEffect(() => {
    if (isShut) onChoose(false);
  }, [isShut, onChoose]);
  return (
    <li className={styles.planned}>
      <div className={styles.plannedHead}>
        <Checkbox
          isSelected={isChosen}
          isDisabled={obstacles.length > 0}
          onChange={onChoose}
        >
          {title}
        </Checkbox>
        <FromTo from={from} to={version} />
        <Text color="secondary">{regionsInWords(fleet, regions)}</Text>
      </div>
      {odd.map(sentence => (
        <Text as="p" key={sentence} className={styles.odd}>
          <PeopleNamed sentence={asSentence(sentence)} />
        </Text>
      ))}
      <Accordion>
        <AccordionTrigger title={`What changes of ${title}`} />
        <AccordionPanel>
          <PlanView plan={plan} />
        </AccordionPanel>
      </Accordion>
    </li>
  );
}
