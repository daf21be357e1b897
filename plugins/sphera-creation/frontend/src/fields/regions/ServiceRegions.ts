import {
  type CustomFieldValidator,
  makeFieldSchema,
} from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ServiceRegionsField } from './ServiceRegionsField';

/** Lets nobody go on with a service that runs nowhere. */
export const refuseNowhere: CustomFieldValidator<string[]> = (
  regions,
  field,
) => {
  if (regions.length === 0) field.addError('must name at least one region');
};

/** `ui:field: ServiceRegions` of templates. */
export const ServiceRegions = createFormField({
  name: 'ServiceRegions',
  component: ServiceRegionsField,
  validation: refuseNowhere,
  schema: makeFieldSchema({ output: z => z.array(z.string()) }),
});
