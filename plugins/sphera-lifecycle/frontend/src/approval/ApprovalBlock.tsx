import { Text } from '@backstage/ui';
import type { Step } from '@sphera/plugin-lifecycle-common';
import { Actor, TimeAgo } from '@sphera/plugin-operations-react';
import { Fragment, type ReactNode } from 'react';
import { AnswerButtons } from './AnswerButtons';
import styles from './approval.module.css';

type Approval = NonNullable<Step['approval']>;

/** An approval: who has to say yes, who asked, what was said, and the way to answer. */
export function ApprovalBlock(props: {
  /** Entity ref. */
  service: string;
  step: Step;
  approval: Approval;
}) {
  const { service, step, approval } = props;
  const { state, asked, answered, approvers } = approval;
  return (
    <div className={styles.approval}>
      {state === 'adopted' && (
        <Text as="p">
          Taken as given: it was there before its life cycle was kept.
        </Text>
      )}
      {asked && state !== 'adopted' && <Said verb="asked" said={asked} />}
      {answered && state === 'approved' && (
        <Said verb="approved" said={answered} />
      )}
      {answered && state === 'rejected' && (
        <Said verb="said no" said={answered} />
      )}
      {['none', 'asked', 'rejected'].includes(state) && (
        <Text as="p" color="secondary">
          {state === 'asked' ? 'Waits for ' : 'To be approved by '}
          <OneOf refs={approvers} />.
        </Text>
      )}
      {state === 'asked' && step.state === 'asked' && (
        <AnswerButtons service={service} step={step} approval={approval} />
      )}
    </div>
  );
}

function Said(props: { verb: string; said: NonNullable<Approval['asked']> }) {
  const { verb, said } = props;
  return (
    <figure className={styles.said}>
      <figcaption>
        <Actor actor={said.by} /> {verb} <TimeAgo time={said.at} />
      </figcaption>
      <blockquote className={styles.comment}>{said.comment}</blockquote>
    </figure>
  );
}

function OneOf({ refs }: { refs: readonly string[] }) {
  const named = refs.map(
    (ref, index): ReactNode => (
      <Fragment key={ref}>
        {index > 0 && (index === refs.length - 1 ? ' or ' : ', ')}
        <Actor actor={ref} />
      </Fragment>
    ),
  );
  return <>{named}</>;
}
