import { Text } from '@backstage/ui';
import { type Flag, getRings } from '@sphera/plugin-flags-common';
import {
  ReasonField,
  Section,
  useOperation,
} from '@sphera/plugin-operations-react';
import { useNavigate } from 'react-router-dom';
import { AboutFields } from '../form/about/AboutFields';
import { CancelLink } from '../form/CancelLink';
import { ClustersField } from '../form/clusters/ClustersField';
import { clustersOfFlag } from '../form/clusters/OfferedCluster';
import { DefinitionFields } from '../form/definition/DefinitionFields';
import { draftProblems } from '../form/draft/draftProblems';
import { Meanwhile } from '../form/Meanwhile';
import { PageForm } from '../form/PageForm';
import { ChangePreview } from '../form/preview/ChangePreview';
import { useFlagLinks } from '../parts/useFlagLinks';
import { ChangeNotes } from './ChangeNotes';
import { useFlagChange } from './useFlagChange';

/** The form of a change: what becomes of a flag, in which clusters, what it is about, and why. */
export function ChangeForm(props: {
  /** As it is now. */
  flag: Flag;
  /** Something was another way than was thought. */
  onConflict(): void;
}) {
  const { flag, onConflict } = props;
  const navigate = useNavigate();
  const toFlag = useFlagLinks().toFlag(flag.flag);
  const rings = useOperation(getRings, {});
  const change = useFlagChange({
    flag,
    onDone: () => navigate(toFlag),
    onConflict,
  });
  const { draft, looked, groups, error } = change;
  return (
    <PageForm
      title={`Change ${flag.flag}`}
      note={<ChangeNotes flag={flag} />}
      submitLabel="Change flag"
      obstacle={change.obstacle}
      hasProblems={change.hasProblems}
      error={error}
      isPending={change.isPending}
      onSubmit={change.submit}
      back={<CancelLink href={toFlag} />}
      fields={
        <>
          <DefinitionFields
            draft={draft}
            onChange={change.setDraft}
            problems={draftProblems(draft)}
            error={error}
          />
          <Section title="Where">
            <ClustersField
              label="In which clusters"
              offered={clustersOfFlag(looked.cells)}
              rings={rings.data?.rings}
              value={change.clusters}
              onChange={change.setClusters}
              error={error}
            />
          </Section>
          <Section title="What it is about" note="reaches no cluster">
            <AboutFields
              isNew={false}
              value={change.about}
              onChange={change.setAbout}
              error={error}
            />
          </Section>
        </>
      }
      deed={
        <>
          <Meanwhile looked={looked} now={flag} onLook={change.look} />
          {groups ? (
            <ChangePreview groups={groups} />
          ) : (
            <Text color="secondary">
              What changes stands here once the fields are right.
            </Text>
          )}
          <ReasonField
            value={change.reason}
            onChange={change.setReason}
            error={error}
            startsFocused={false}
            placeholder="It pays well: a quarter of people get it"
          />
        </>
      }
    />
  );
}
