import { Text } from '@backstage/ui';
import type { Flag, Rings } from '@sphera/plugin-flags-common';
import { ReasonField, Section } from '@sphera/plugin-operations-react';
import { useNavigate } from 'react-router-dom';
import { CancelLink } from '../form/CancelLink';
import { clustersOfFlag } from '../form/clusters/OfferedCluster';
import { DefinitionFields } from '../form/definition/DefinitionFields';
import { draftProblems } from '../form/draft/draftProblems';
import { Meanwhile } from '../form/Meanwhile';
import { PageForm } from '../form/PageForm';
import { useFlagLinks } from '../parts/useFlagLinks';
import { durationInWords } from './durationWords';
import { RingsField } from './rings/RingsField';
import { RingsPreview } from './rings/RingsPreview';
import { RolloutUnderWay } from './RolloutUnderWay';
import { SoakField } from './SoakField';
import { useRolloutStart } from './useRolloutStart';

/** The form of a roll-out: what becomes of a flag, through which rings, how long each is watched, and why. */
export function StartRolloutForm(props: {
  /** As it is now. */
  flag: Flag;
  rings: Rings;
  /** Something was another way than was thought. */
  onConflict(): void;
}) {
  const { flag, rings: configured, onConflict } = props;
  const navigate = useNavigate();
  const links = useFlagLinks();
  const start = useRolloutStart({
    flag,
    configured,
    onDone: ({ id }) => navigate(links.toRollout(id)),
    onConflict,
  });
  const { draft, rings, soak, definition, error } = start;
  return (
    <PageForm
      title={`Roll ${flag.flag} out`}
      note={
        <>
          <Text color="secondary">
            Each ring waits until every cluster of the one before has it, and is
            then watched for a while. It stops by itself where a cluster refuses
            or stays silent.
          </Text>
          {flag.rollout && <RolloutUnderWay rollout={flag.rollout} />}
        </>
      }
      submitLabel="Start roll-out"
      obstacle={start.obstacle}
      hasProblems={start.hasProblems}
      error={error}
      isPending={start.isPending}
      onSubmit={start.submit}
      back={<CancelLink href={links.toFlag(flag.flag)} />}
      fields={
        <>
          <DefinitionFields
            draft={draft}
            onChange={start.setDraft}
            problems={draftProblems(draft)}
            error={error}
          />
          <Section title="Through which rings">
            <RingsField
              value={rings}
              onChange={start.setRings}
              offered={clustersOfFlag(flag.cells)}
              problems={start.wrongRings}
              error={error}
            />
            <SoakField
              value={soak}
              configured={configured.soak}
              onChange={start.setSoak}
              error={error}
            />
          </Section>
        </>
      }
      deed={
        <>
          <Meanwhile looked={start.looked} now={flag} onLook={start.look} />
          {definition ? (
            <RingsPreview
              rings={rings}
              cells={flag.cells}
              definition={definition}
              soak={durationInWords(soak)}
            />
          ) : (
            <Text color="secondary">
              What happens stands here once the fields are right.
            </Text>
          )}
          <ReasonField
            value={start.reason}
            onChange={start.setReason}
            error={error}
            startsFocused={false}
            placeholder="It did well on the test shop"
          />
        </>
      }
    />
  );
}
