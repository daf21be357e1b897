import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import {
  Actor,
  asSentence,
  PeopleNamed,
  RecordItem,
  TimeAgo,
} from '@sphera/plugin-operations-react';
import type { Rollback } from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { Elapsed } from '../parts/Elapsed';
import { FromTo } from '../parts/FromTo';
import { environmentInWords } from '../parts/placeWords';
import { StateMark } from '../parts/StateMark';
import { useRollbackLinks } from '../parts/useRollbackLinks';
import { StepStrip } from './StepStrip';

/** One rollback of a list: what went where, how it ended, or how far it is. */
export function RollbackItem(props: { rollback: Rollback }) {
  const { rollback } = props;
  const { id, kind, service, environment, from, version, state } = rollback;
  const fleet = useFleet();
  const links = useRollbackLinks();
  const { primaryTitle: title } = useEntityPresentation(service);
  const isOdd = state === 'failed' || state === 'cancelled';
  return (
    <RecordItem
      what={
        <>
          <Link href={links.toRollback(id)} weight="bold">
            {title} in {environmentInWords(fleet, environment)}
          </Link>
          <FromTo from={from} to={version} />
          {kind === 'roll-forward' && (
            <Text color="secondary">roll-forward</Text>
          )}
        </>
      }
      state={
        <>
          <StateMark state={state} />
          {state === 'running' && <StepStrip steps={rollback.steps} />}
        </>
      }
      why={
        <>
          {(state === 'running' || isOdd) && (
            <Text as="p">
              <PeopleNamed sentence={asSentence(rollback.sentence)} />
            </Text>
          )}
          <Text as="p" color="secondary">
            {rollback.reason}
          </Text>
        </>
      }
      notes={
        <>
          <Actor actor={rollback.startedBy} />,{' '}
          <TimeAgo time={rollback.startedAt} />,{' '}
          {rollback.endedAt ? 'took' : 'for'} <Elapsed of={rollback} />
        </>
      }
    />
  );
}
