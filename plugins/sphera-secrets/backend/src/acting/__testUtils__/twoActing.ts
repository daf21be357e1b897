import type { Knex } from 'knex';
import { putSecret } from '../../__testUtils__/putSecret';
import { inside, REGIONS } from './givenAws';
import { startBehindDoorman } from './startBehindDoorman';

const ROUNDS = 4;
const FULL = 'staging/payments/token';
const staging = {
  service: 'payments',
  name: 'token',
  environments: ['staging'],
};

const valueOf = (index: number) => `a-value-by-replica-${index}`;

/** Two replicas of the portal before the same AWS, each with its client of one database. */
export async function startTwo([one, other]: [Knex, Knex]) {
  const world = await startBehindDoorman();
  const replicas = [
    await world.portal({ database: one }),
    await world.portal({ database: other }),
  ];
  return { ...world, replicas, aws: inside(world.standIn) };
}

type Two = Awaited<ReturnType<typeof startTwo>>;

/** Asks both at once to create a secret: exactly one does. */
export async function createOnBoth({ replicas, aws }: Two): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const name = `token-${round}`;
    const answers = await Promise.all(
      replicas.map(({ dana }, index) =>
        dana.ask('create-secret', { ...staging, name, value: valueOf(index) }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers.findIndex(({ status }) => status === 200);
    expect(aws.values('staging', `staging/payments/${name}`)).toEqual(
      REGIONS.map(() => valueOf(winner)),
    );
  }
}

/** Asks both at once for a new value, where both have seen the same versions: exactly one sets it. */
export async function updateOnBoth({
  replicas,
  aws,
  standIn,
}: Two): Promise<void> {
  for (const region of REGIONS) {
    putSecret(standIn, { environment: 'staging', region, name: 'token' });
  }
  for (let round = 0; round < ROUNDS; round++) {
    const seen = REGIONS.map(region => ({
      environment: 'staging',
      region,
      versionId: aws.versionId('staging', region, FULL),
    }));
    const answers = await Promise.all(
      replicas.map(({ dana }, index) =>
        dana.ask('update-secret', {
          ...staging,
          value: `${valueOf(index)}-${round}`,
          seen,
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers.findIndex(({ status }) => status === 200);
    expect(aws.values('staging', FULL)).toEqual(
      REGIONS.map(() => `${valueOf(winner)}-${round}`),
    );
  }
}

/** Asks both at once to finish a change that is half done: one does. */
export async function finishOnBoth({
  replicas,
  aws,
  standIn,
}: Two): Promise<void> {
  const [, , region] = REGIONS;
  standIn.aws.fault({ fault: 'denied', region, apis: ['CreateSecret'] });
  const name = 'half';
  const half = await replicas[0].dana.ask('create-secret', {
    ...staging,
    name,
    value: valueOf(0),
  });
  expect(half.status).toBe(502);
  standIn.aws.fault({ fault: 'none' });
  const { change } = half.body.error.details;
  const answers = await Promise.all(
    replicas.map(({ dana }) =>
      dana.ask('finish-change', {
        service: 'payments',
        environments: ['staging'],
        change,
      }),
    ),
  );
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses[0]).toBe(200);
  // The other one is told that somebody is at it, or that there is none any more.
  expect([404, 409]).toContain(statuses[1]);
  expect(aws.values('staging', `staging/payments/${name}`)).toEqual(
    REGIONS.map(() => valueOf(0)),
  );
}
