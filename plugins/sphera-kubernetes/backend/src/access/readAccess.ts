import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod/v3';

const text = (what: string) =>
  z
    .string({
      required_error: `is missing: ${what}`,
      invalid_type_error: `must be a text: ${what}`,
    })
    .min(1, `is empty: ${what}`);

const waySchema = z.discriminatedUnion(
  'type',
  [
    z
      .object({
        type: z.literal('token'),
        token: text('the token of a service account'),
      })
      .strict(),
    z
      .object({
        type: z.literal('token-file'),
        file: text('the path of the file that holds the token'),
      })
      .strict(),
    z
      .object({
        type: z.literal('kubeconfig'),
        file: text('the path of the kubeconfig'),
        context: text('which context of the kubeconfig to use'),
      })
      .strict(),
    z
      .object({
        type: z.literal('aws'),
        clusterName: text('the name of the EKS cluster'),
        assumeRole: text('the ARN of a role').optional(),
        externalId: text('the external id of the role').optional(),
      })
      .strict(),
    z.object({ type: z.literal('in-cluster') }).strict(),
  ],
  {
    errorMap: (issue, context) => ({
      message:
        issue.code === 'invalid_union_discriminator'
          ? 'must be one of token, token-file, kubeconfig, aws, in-cluster'
          : context.defaultError,
    }),
  },
);

const accessSchema = z.object({
  name: z.string(),
  /** Absent: the portal has no connection to it. */
  url: z.string().optional(),
  access: waySchema.optional(),
  caData: text('a CA certificate in PEM, as base64').optional(),
  caFile: text('the path of a CA certificate in PEM').optional(),
  skipTlsVerify: z
    .boolean({ invalid_type_error: 'must be true or false' })
    .default(false),
});

/** By what means the portal may enter a cluster. */
export type WayIn = z.output<typeof waySchema>;

/** How one cluster is reached, from its part of `sphera.fleet.clusters`. */
export interface AccessSettings {
  /** Name of the cluster. */
  name: string;
  /** Key of the configuration, for messages. */
  key: string;
  url: string;
  /** Absent: the portal has no access to it. */
  way?: WayIn;
  caData?: string;
  caFile?: string;
  skipTlsVerify: boolean;
}

/**
 * How each cluster of `sphera.fleet.clusters` is reached, checked.
 * @throws InputError naming each wrong key and what is wrong with it; never a value.
 */
export function readAccess(config: Config): AccessSettings[] {
  const clusters = config.getOptional('sphera.fleet.clusters') ?? [];
  const parsed = z.array(accessSchema).safeParse(clusters);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${keyOf(path)}: ${message}`,
    );
    throw new InputError(
      `The access to clusters in the configuration is wrong: ${problems.join(
        '; ',
      )}`,
    );
  }
  return parsed.data.flatMap(({ access, url, ...rest }, index) =>
    url ? [{ ...rest, url, key: keyOf([index]), way: access }] : [],
  );
}

function keyOf(path: Array<string | number>): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${part}`,
    'sphera.fleet.clusters',
  );
}
