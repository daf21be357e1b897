import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Skeleton, Text } from '@backstage/ui';
import { planCreation } from '@sphera/plugin-creation-common';
import {
  countOf,
  FailedState,
  useOperation,
} from '@sphera/plugin-operations-react';
import { useEffect } from 'react';
import { draftOf } from './draftOf';
import { PlanItems } from './PlanItems';
import { problemsOfAnswers } from './planProblems';
import { PlanProblems } from './PlanProblems';
import styles from './plan.module.css';

/** What a template says of its plan. */
export interface PlanOptions {
  /** What it creates: `microservice`. */
  kind: string;
  /** Titles of the pages of the form, each with its fields, so that a problem can name the page. */
  pages?: Record<string, string[]>;
}

/** All that a form is about to create, to be read before it is. */
export function CreationPlanField(
  props: FieldExtensionComponentProps<boolean, PlanOptions>,
) {
  const { onChange, uiSchema, formContext } = props;
  const { kind, pages } = uiSchema['ui:options'] ?? {};
  // A field without a value is not asked what it thinks of it.
  useEffect(() => {
    onChange(true);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <div className={styles.plan}>
      <Plan draft={draftOf(kind, formContext?.formData ?? {})} pages={pages} />
    </div>
  );
}

function Plan(props: {
  draft: ReturnType<typeof draftOf>;
  pages: PlanOptions['pages'];
}) {
  const { draft, pages } = props;
  const plan = useOperation(planCreation, draft);
  const { data, error } = plan;
  const wrongAnswers = problemsOfAnswers(error);
  if (wrongAnswers.length > 0) {
    return <PlanProblems problems={wrongAnswers} pages={pages} />;
  }
  if (error) {
    return (
      <FailedState
        what="The plan"
        error={error}
        onRetry={() => plan.refetch()}
      />
    );
  }
  if (!data) return <PlanSkeleton />;
  const made = data.items.filter(({ skipped }) => !skipped).length;
  return (
    <>
      <PlanProblems problems={data.problems} pages={pages} />
      <Text as="p" role="status" color="secondary">
        {made === 0
          ? 'Nothing would be created: no part of creation is configured.'
          : `${countOf(made, 'thing', 'things')} will be made for ${
              draft.name
            }, one after the other. Each can be taken back.`}
      </Text>
      <PlanItems items={data.items} />
    </>
  );
}

function PlanSkeleton() {
  return (
    <div role="status" aria-label="The plan is loading" className={styles.plan}>
      <Skeleton height={24} width="60%" />
      <Skeleton height={420} width="100%" />
    </div>
  );
}
