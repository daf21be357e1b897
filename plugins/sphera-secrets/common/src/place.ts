import { z } from 'zod/v3';

/** A moment as answers carry it. */
export const moment = (what: string) =>
  z.string().describe(`${what}, ISO 8601 in UTC`);

/** Where secrets are kept: one environment in one region. */
export const placeSchema = z.object({
  environment: z.string(),
  region: z.string(),
});

/** Where secrets are kept. */
export type Place = z.output<typeof placeSchema>;

/** A place as keys and sentences name it: `production/eu-central-1`. */
export const placeName = ({ environment, region }: Place): string =>
  `${environment}/${region}`;

/** Whether both are the same place. */
export const isSamePlace = (one: Place, other: Place): boolean =>
  one.environment === other.environment && one.region === other.region;

/** How well the portal sees a place, and what it costs there. */
export const secretsPlaceSchema = placeSchema.extend({
  account: z.string().optional().describe('AWS account, where one is set'),
  state: z
    .enum(['waiting', 'live', 'lost'])
    .describe(
      'waiting: not looked at yet since the start; lost: the latest look failed, what is shown is of sweptAt',
    ),
  problem: z.string().optional().describe('Why it is lost, and what to do'),
  sweptAt: moment('When it was last looked through to the end').optional(),
  secrets: z.number().int().describe('How many secrets there are, of anybody'),
  calls: z
    .array(
      z.object({
        api: z.string().describe('Like ListSecrets'),
        lastMinute: z.number().int(),
        perSecond: z.number().describe('The limit that the portal keeps to'),
      }),
    )
    .describe(
      'Calls of this replica to AWS; what it did not call lately is left out',
    ),
});

/** How well the portal sees a place. */
export type SecretsPlace = z.output<typeof secretsPlaceSchema>;
