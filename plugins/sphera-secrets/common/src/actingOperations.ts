import {
  defineOperation,
  environmentField,
  idField,
  reasonField,
  serviceField,
  timestampField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { changeAnswerSchema } from './change';
import {
  aboutFields,
  inPlace,
  inPlaces,
  one,
  perhapsReason,
  placesTarget,
  placeTarget,
  plugin,
  secretNameField,
  valueFields,
} from './inputFields';
import { copyInput, copyTarget } from './lookingOperations';
import { placeSchema } from './place';

const rotateBy = timestampField.describe(
  'When the value should have been replaced',
);

/** Creates a secret, to the standard. */
export const createSecret = defineOperation({
  plugin,
  name: 'create-secret',
  title: 'Create a secret',
  description:
    'Creates a secret of a service in every named environment and region, to the standard: full name, tags, encryption key and description follow by themselves. It succeeds everywhere, or says exactly where not (502) and can be finished or undone.',
  effect: 'write',
  input: z.object({
    ...one,
    ...inPlaces,
    ...valueFields,
    ...aboutFields,
    rotateBy: rotateBy.optional(),
    reason: perhapsReason,
  }),
  output: changeAnswerSchema,
  target: placesTarget,
});

/** Gives a secret a new value, or says something else about it. */
export const updateSecret = defineOperation({
  plugin,
  name: 'update-secret',
  title: 'Change a secret',
  description:
    'Gives a secret a new value in every named environment and region, or changes its description or rotation date. The new value is staged everywhere before it becomes current anywhere.',
  effect: 'write',
  input: z.object({
    ...one,
    ...inPlaces,
    ...valueFields,
    ...aboutFields,
    rotateBy: rotateBy.nullable().optional().describe('null: no date any more'),
    seen: z
      .array(placeSchema.extend({ versionId: z.string().max(64) }).strict())
      .max(100, 'names too many places')
      .optional()
      .describe(
        'The versions that the caller knows of: refused (409) where somebody changed one meanwhile',
      ),
    reason: perhapsReason,
  }),
  output: changeAnswerSchema,
  target: placesTarget,
});

/** Deletes a secret, so that it can be restored for a while. */
export const deleteSecret = defineOperation({
  plugin,
  name: 'delete-secret',
  title: 'Delete a secret',
  description:
    'Deletes a secret in every named environment and region. It can be restored until its recovery window ends.',
  effect: 'destructive',
  input: z.object({
    ...one,
    ...inPlaces,
    recoveryDays: z
      .number()
      .int('must be a whole number from 7 to 30')
      .min(7, 'must be a whole number from 7 to 30')
      .max(30, 'must be a whole number from 7 to 30')
      .optional()
      .describe('Absent: as the standard says'),
    reason: reasonField,
  }),
  output: changeAnswerSchema,
  target: placesTarget,
});

/** Takes a deletion back. */
export const restoreSecret = defineOperation({
  plugin,
  name: 'restore-secret',
  title: 'Restore a secret',
  description:
    'Takes the deletion of a secret back in every named environment and region, within its recovery window.',
  effect: 'write',
  input: z.object({ ...one, ...inPlaces, reason: perhapsReason }),
  output: changeAnswerSchema,
  target: placesTarget,
});

/** Goes back to an earlier version. */
export const restoreVersion = defineOperation({
  plugin,
  name: 'restore-version',
  title: 'Go back to a version',
  description:
    'Makes the previous version of a secret, or a named one, current again. Nobody sees the value.',
  effect: 'write',
  input: z.object({
    ...one,
    ...inPlaces,
    versionId: idField
      .optional()
      .describe('Only with one place; absent: the previous one'),
    reason: perhapsReason,
  }),
  output: changeAnswerSchema,
  target: placesTarget,
});

/** Mends drift: one place's values for others. */
export const copySecret = defineOperation({
  plugin,
  name: 'copy-secret',
  title: 'Copy secrets',
  description:
    'Copies the values of secrets from one place to others, server-side: nobody sees them. Into another environment only for those who may reveal them where they come from.',
  effect: 'write',
  input: copyInput.extend({ reason: perhapsReason }),
  output: z.object({
    items: z.array(changeAnswerSchema.extend({ name: z.string() })),
  }),
  target: copyTarget,
});

/** Brings a secret to the standard. */
export const adoptSecret = defineOperation({
  plugin,
  name: 'adopt-secret',
  title: 'Bring a secret to the standard',
  description:
    'Gives a secret the tags, the key and the name of the standard. AWS cannot rename, so where the name is wrong its value is copied under the right one, and the old secret is kept or deleted with its recovery window.',
  effect: 'write',
  input: z.object({
    service: serviceField,
    ...inPlace,
    fullName: secretNameField,
    name: secretNameField.optional(),
    deleteOld: z
      .boolean()
      .default(false)
      .describe('Where it is copied: delete the old one, recoverably'),
    reason: perhapsReason,
  }),
  output: changeAnswerSchema,
  target: placeTarget,
});

const changeFields = {
  service: serviceField,
  environments: z
    .array(environmentField)
    .min(1, 'must name at least one environment')
    .max(20, 'names too many environments')
    .describe('Those of the change'),
  change: idField,
  reason: perhapsReason,
};

/** Takes a change to the places it did not reach. */
export const finishChange = defineOperation({
  plugin,
  name: 'finish-change',
  title: 'Finish a change',
  description:
    'Takes a change that did not reach every place to the rest, server-side, from a place it reached.',
  effect: 'write',
  input: z.object(changeFields),
  output: changeAnswerSchema,
  target: placesTarget,
});

/** Takes a change back where it was done. */
export const undoChange = defineOperation({
  plugin,
  name: 'undo-change',
  title: 'Undo a change',
  description:
    'Takes a change that did not reach every place back where it was done: what it created is removed, what it replaced is current again. What somebody changed since is left alone.',
  effect: 'write',
  input: z.object(changeFields),
  output: changeAnswerSchema,
  target: placesTarget,
});
