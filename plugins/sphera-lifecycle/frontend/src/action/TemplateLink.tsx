import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import type { StepAction } from '@sphera/plugin-lifecycle-common';
import { templateRouteRef } from '../routes';
import { templateAnswers } from './templateAnswers';

/** The way to the form of a template, with what the catalog knows of the service filled in. */
export function TemplateLink(props: {
  action: Extract<StepAction, { kind: 'template' }>;
}) {
  const { title, template } = props.action;
  const { entity } = useEntity();
  const routeTo = useRouteRef(templateRouteRef);
  if (!routeTo) return null;
  const { namespace, name } = parseEntityRef(template, {
    defaultKind: 'template',
    defaultNamespace: 'default',
  });
  const answers = new URLSearchParams({
    formData: JSON.stringify(templateAnswers(entity)),
  });
  const form = routeTo({ namespace, templateName: name });
  return (
    <div>
      <ButtonLink size="small" href={`${form}?${answers}`}>
        {title}
      </ButtonLink>
    </div>
  );
}
