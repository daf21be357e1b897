import { Text } from '@backstage/ui';
import { getRings } from '@sphera/plugin-flags-common';
import {
  ReasonField,
  Section,
  useOperation,
} from '@sphera/plugin-operations-react';
import { ServiceField } from '@sphera/plugin-services-react';
import { useNavigate } from 'react-router-dom';
import { AboutFields } from '../form/about/AboutFields';
import { CancelLink } from '../form/CancelLink';
import { ClustersField } from '../form/clusters/ClustersField';
import { DefinitionFields } from '../form/definition/DefinitionFields';
import { draftProblems } from '../form/draft/draftProblems';
import { readyMade } from '../form/draft/readyMade';
import { KeyField } from '../form/KeyField';
import { PageForm } from '../form/PageForm';
import { ChangePreview } from '../form/preview/ChangePreview';
import { compare } from '../form/preview/comparison';
import { TypeField } from '../form/TypeField';
import { useFlagLinks } from '../parts/useFlagLinks';
import { useFlagCreation } from './useFlagCreation';

/** The form of a new flag. */
export function CreateForm(props: {
  /** Entity ref, where it is known already. */
  service: string | undefined;
}) {
  const navigate = useNavigate();
  const links = useFlagLinks();
  const rings = useOperation(getRings, {});
  const creation = useFlagCreation({
    service: props.service,
    rings: rings.data,
    onDone: flag => navigate(links.toFlag(flag)),
  });
  const { draft, clusters, definition, error } = creation;
  return (
    <PageForm
      title="New flag"
      submitLabel="Create flag"
      obstacle={creation.obstacle}
      hasProblems={creation.hasProblems}
      error={error}
      isPending={creation.isPending}
      onSubmit={creation.submit}
      back={<CancelLink href={links.toFlags()} />}
      fields={
        <>
          <Section title="What it is">
            <KeyField
              value={creation.flag}
              onChange={creation.setFlag}
              problem={creation.keyProblem}
              isFree={creation.isFree}
              error={error}
            />
            <ServiceField
              value={creation.service}
              onChange={creation.setService}
              error={error}
              isRequired
              description="The service that asks for it; its team owns the flag."
            />
            <TypeField
              value={draft.type}
              onChange={type => creation.setDraft(readyMade(type))}
            />
            <AboutFields
              isNew
              value={creation.about}
              onChange={creation.setAbout}
              error={error}
            />
          </Section>
          <DefinitionFields
            draft={draft}
            onChange={creation.setDraft}
            problems={draftProblems(draft)}
            error={error}
          />
          <Section title="Where">
            <ClustersField
              label="In which clusters"
              offered={creation.offered}
              rings={rings.data?.rings}
              value={clusters}
              onChange={creation.setClusters}
              error={error}
            />
          </Section>
        </>
      }
      deed={
        <>
          {definition ? (
            <ChangePreview groups={compare(clusters, [], () => definition)} />
          ) : (
            <Text color="secondary">
              What it comes to stands here once the fields are right.
            </Text>
          )}
          <ReasonField
            value={creation.reason}
            onChange={creation.setReason}
            error={error}
            startsFocused={false}
            placeholder="The new checkout is tried on staging"
          />
        </>
      }
    />
  );
}
