import {
  type CustomFieldValidator,
  makeFieldSchema,
} from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { checkName } from '@sphera/plugin-creation-common';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { whatSpeaksAgainst } from './nameWords';
import { ServiceNameField } from './ServiceNameField';
import { whatIsWrong } from './useNameCheck';

/** Lets nobody go on with a name that is wrong or taken; a place that does not answer stops nobody. */
export const refuseTakenName: CustomFieldValidator<string> = async (
  name,
  field,
  { apiHolder },
) => {
  const wrong = whatIsWrong(name);
  if (wrong) {
    field.addError(wrong);
    return;
  }
  const operations = apiHolder.get(operationsApiRef);
  // What is not known now is found out again before anything is created.
  const answer = await operations?.call(checkName, { name }).catch(() => null);
  const against = answer ? whatSpeaksAgainst(answer) : [];
  // The form puts the title of the field before it.
  if (against.length > 0) field.addError(`is taken: ${against.join('; ')}`);
};

/** `ui:field: ServiceName` of templates. */
export const ServiceName = createFormField({
  name: 'ServiceName',
  component: ServiceNameField,
  validation: refuseTakenName,
  schema: makeFieldSchema({ output: z => z.string() }),
});
