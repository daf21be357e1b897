import { ButtonLink } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import type { Step } from '@sphera/plugin-lifecycle-common';
import { PromoteButton } from './PromoteButton';
import { RequestApprovalButton } from './RequestApprovalButton';
import { TemplateLink } from './TemplateLink';

/** What can be done about a step now; nothing where it is not the time for it. */
export function StepActionButton(props: {
  /** Entity ref. */
  service: string;
  step: Step;
}) {
  const { service, step } = props;
  const { action } = step;
  switch (action?.kind) {
    case 'template':
      return <TemplateLink action={action} />;
    case 'page':
      return (
        <div>
          <ButtonLink size="small" href={action.path}>
            {action.title}
          </ButtonLink>
        </div>
      );
    case 'link':
      return (
        <div>
          <ButtonLink
            size="small"
            href={action.url}
            target="_blank"
            iconEnd={<RiExternalLinkLine size={16} />}
          >
            {action.title}
          </ButtonLink>
        </div>
      );
    case 'request-approval':
      return (
        <RequestApprovalButton service={service} step={step} action={action} />
      );
    case 'promote':
      return <PromoteButton service={service} action={action} />;
    default:
      return null;
  }
}
