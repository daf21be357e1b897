import { type PutByHand, putSecret } from '../../__testUtils__/putSecret';
import { startSecrets } from '../../__testUtils__/startSecrets';
import { inside, REGIONS } from './givenAws';

const ofPayments = { service: 'payments' };

/** What the secret of these tests holds, and what it is to hold. */
export const OLD = 'the-old-value-of-a-test';
/** See {@link OLD}. */
export const NEW = 'the-new-value-of-a-test';
/** What it held before {@link OLD}. */
export const OLDER = 'an-even-older-value';
/** How a call names the secret of these tests. */
export const payments = { service: 'payments', name: 'token' };
/** The secret of these tests in every region of staging. */
export const staging = { ...payments, environments: ['staging'] };
/** Its name on AWS. */
export const FULL = 'staging/payments/token';

/** A portal before a stand-in of AWS, as Dana sees it. */
export async function givenSecrets(
  options: Parameters<typeof startSecrets>[0] = {},
) {
  const portal = await startSecrets(options);
  const ask = (operation: string, input: object) =>
    portal.dana.ask(operation, input);
  const list = async () => (await ask('list-secrets', ofPayments)).body;
  return {
    ...portal,
    aws: inside(portal.standIn),
    /** Asks for an operation in the name of Dana. */
    ask,
    /** A secret as the page of its service shows it. */
    listed: async (name = 'token') =>
      (await list()).items.find((row: any) => row.name === name),
    /** Changes that did not reach every place. */
    unfinished: async () => (await list()).unfinished,
    /** Puts the secret into regions of staging, past the portal. */
    put(regions: string[] = REGIONS, more: Partial<PutByHand> = {}) {
      for (const region of regions) {
        putSecret(portal.standIn, {
          environment: 'staging',
          region,
          name: 'token',
          values: [OLDER, OLD],
          ...more,
        });
      }
    },
    /** Has AWS refuse, or not do, some calls. */
    fault: portal.standIn.aws.fault.bind(portal.standIn.aws),
    /** AWS does everything again. */
    heal: () => portal.standIn.aws.fault({ fault: 'none' }),
  };
}

/** What is told about each place. */
export const outcomes = ({ body }: { body: any }) =>
  body.places.map((one: any) => one.outcome);
