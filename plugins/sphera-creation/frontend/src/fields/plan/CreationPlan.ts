import {
  type CustomFieldValidator,
  makeFieldSchema,
} from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { planCreation } from '@sphera/plugin-creation-common';
import { messageOf, operationsApiRef } from '@sphera/plugin-operations-react';
import { CreationPlanField, type PlanOptions } from './CreationPlanField';
import { draftOf } from './draftOf';
import { problemsOfAnswers } from './planProblems';

/** Lets nobody create what the plan says cannot be created. */
export const refusePlanWithProblems: CustomFieldValidator<
  boolean,
  PlanOptions
> = async (_, field, { apiHolder, formData, uiSchema }) => {
  const draft = draftOf(uiSchema?.['ui:options']?.kind, formData);
  // The form puts the title of the field before it.
  const refuse = (why: string) =>
    field.addError(`cannot be carried out yet: ${why}`);
  try {
    const plan = await apiHolder
      .get(operationsApiRef)
      ?.call(planCreation, draft);
    plan?.problems.forEach(({ sentence }) => refuse(sentence));
  } catch (error) {
    const problems = problemsOfAnswers(error as Error);
    if (problems.length === 0) refuse(messageOf(error));
    problems.forEach(({ sentence }) => refuse(sentence));
  }
};

/** `ui:field: CreationPlan` of templates, alone on the last page of the form. */
export const CreationPlan = createFormField({
  name: 'CreationPlan',
  component: CreationPlanField,
  validation: refusePlanWithProblems,
  schema: makeFieldSchema({
    output: z => z.boolean(),
    uiOptions: z =>
      z.object({
        kind: z
          .enum(['microservice', 'microfrontend'])
          .describe('What the template creates'),
        pages: z
          .record(z.array(z.string()))
          .optional()
          .describe(
            'Titles of the pages of the form, each with its fields, so that a problem can name the page on which to mend it',
          ),
      }),
  }),
});
