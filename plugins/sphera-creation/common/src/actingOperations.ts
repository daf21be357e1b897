import {
  defineOperation,
  idField,
  plainText,
  reasonField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { creationSchema, stepSchema } from './creation';
import { draftSchema, serviceRefOf } from './draft';
import { plugin } from './plugin';

const ofCreation = z.object({
  creation: idField.describe('As begin-creation answered it'),
});

const step = {
  plugin,
  effect: 'write',
  output: stepSchema,
  // The service comes into the catalog on the way.
  unknownTargets: 'answer',
} as const;

/** Takes the name, so that two people cannot create the same service. */
export const beginCreation = defineOperation({
  plugin,
  name: 'begin-creation',
  title: 'Begin a creation',
  description:
    'Takes the name of a service that is to be created, and keeps what is made for it. Asked again by the same caller for the same service, it goes on with the creation that is there.',
  effect: 'write',
  input: draftSchema.extend({
    task: z
      .string()
      .max(100)
      .optional()
      .describe('Id of the task of the scaffolder'),
  }),
  output: creationSchema,
  target: ({ name }) => ({ service: serviceRefOf(name) }),
  unknownTargets: 'answer',
});

/** Settings of the company on the repository that the template has published. */
export const settleRepository = defineOperation({
  ...step,
  name: 'settle-repository',
  title: 'Settle a repository',
  description:
    'Gives a published repository the settings of the company: protection of the default branch with the required checks, teams, labels, topics. Safe to ask again.',
  input: ofCreation,
});

/** A place for images. */
export const createImageRepository = defineOperation({
  ...step,
  name: 'create-image-repository',
  title: 'Create an image repository',
  description:
    'Creates the repository for the images of a service in AWS ECR, with scanning, immutable tags and the lifecycle rules of the company. Safe to ask again.',
  input: ofCreation,
});

/** What builds it besides GitHub Actions, whose files come with the template. */
export const createPipeline = defineOperation({
  ...step,
  name: 'create-pipeline',
  title: 'Create a pipeline',
  description:
    'Creates the Codefresh pipeline of a service, where the company uses Codefresh; skipped elsewhere, since GitHub Actions run from the files in the repository. Safe to ask again.',
  input: ofCreation,
});

/** What the clusters are to run. */
export const commitManifests = defineOperation({
  ...step,
  name: 'commit-manifests',
  title: 'Commit manifests',
  description:
    'Commits the Kubernetes manifests of a new service for its first environments to the GitOps repository, in one commit: those of its own repository, or the given ones. Safe to ask again: what is there alike is not committed twice.',
  input: ofCreation.extend({
    files: z
      .array(
        z.object({
          path: z
            .string()
            .min(1)
            .max(500)
            .describe('In the repository, like services/quotes/staging.yaml'),
          content: z.string().max(500_000),
        }),
      )
      .min(1, 'must have at least one file')
      .max(500, 'has too many files: at most 500')
      .optional()
      .describe(
        'Absent: deploy/<environment>/<region>.yaml of the published repository',
      ),
  }),
});

/** Waits until the catalog has the service, so that the steps after it can name it. */
export const awaitService = defineOperation({
  ...step,
  name: 'await-service',
  title: 'Wait for the catalog',
  description:
    'Waits until the catalog has the service that a template has registered, for a minute at most. Safe to ask again.',
  input: ofCreation,
});

/** Secrets that nobody ever sees. */
export const createSecrets = defineOperation({
  ...step,
  name: 'create-secrets',
  title: 'Create first secrets',
  description:
    'Has the first secrets of a service made up, in every environment and region that it has, through sphera-secrets and in the name of the caller; skipped where there is nothing to make, or the caller may not. Safe to ask again.',
  input: ofCreation.extend({
    secrets: z
      .array(
        z
          .object({
            name: z.string().min(1).max(100),
            description: plainText({
              what: 'a description',
              longest: 500,
            }).optional(),
            length: z
              .number()
              .int('must be a whole number from 8 to 1024')
              .min(8, 'must be a whole number from 8 to 1024')
              .max(1024, 'must be a whole number from 8 to 1024')
              .default(32),
          })
          .strict(),
      )
      .max(20, 'names too many secrets: at most 20'),
  }),
});

/** Flags whose keys begin with the name of the service are its own. */
export const claimFlags = defineOperation({
  ...step,
  name: 'claim-flags',
  title: 'Claim a flag namespace',
  description:
    'Claims the flags whose keys begin with the name of a service for it, through sphera-flags. Safe to ask again.',
  input: ofCreation,
});

/** The first step on the path to production. */
export const enterLifecycle = defineOperation({
  ...step,
  name: 'enter-lifecycle',
  title: 'Begin the life cycle',
  description:
    'Has the life cycle of a service begin at its first stage, through sphera-lifecycle; skipped where the portal keeps none. Safe to ask again.',
  input: ofCreation,
});

/** All steps are done. */
export const finishCreation = defineOperation({
  plugin,
  name: 'finish-creation',
  title: 'Finish a creation',
  description:
    'Ends a creation whose steps are all done or skipped, and answers with links to everything that was made.',
  effect: 'write',
  input: ofCreation,
  output: creationSchema,
  unknownTargets: 'answer',
});

/** Takes back what was made. */
export const undoCreation = defineOperation({
  plugin,
  name: 'undo-creation',
  title: 'Undo a creation',
  description:
    'Takes back what a creation made, the last first: secrets, flags, catalog entry, manifests, pipeline, image repository, repository. Only what this creation made, and only for whoever began it or the platform team. Asked again, it goes on where it stopped.',
  effect: 'destructive',
  input: ofCreation.extend({ reason: reasonField }),
  output: creationSchema,
  unknownTargets: 'answer',
});

/** The same for whoever looks after all of them. */
export const undoAnyCreation = defineOperation({
  plugin,
  name: 'undo-any-creation',
  title: 'Undo the creation of somebody else',
  description:
    'Takes back what a creation made, whoever began it; for the platform team, as long as the policy says nothing else.',
  effect: 'destructive',
  input: ofCreation.extend({ reason: reasonField }),
  output: creationSchema,
  unknownTargets: 'answer',
});
