import { randomBytes, randomUUID } from 'node:crypto';
import { ConfigReader } from '@backstage/config';
import { openSecretsClients } from '../../openSecretsClients';
import type { SecretShape, SecretValue } from '../../SecretsClient';
import type { ContractAws, Difference, Suite } from './ContractAws';

/** A value that nothing else holds. */
export const text = (content = `value-${randomUUID()}`): SecretValue => ({
  encoding: 'text',
  content,
});

/** One place, with secrets of its own, and the adapter that is tried on it. */
export function openTrial(
  { aws, places, prefix, limits = {} }: ContractAws,
  region: string,
  { on, differences = [] }: Pick<Suite, 'on' | 'differences'>,
) {
  const clients = openSecretsClients({
    config: new ConfigReader({ aws }),
    settings: { places, limits },
    answerWithin: 60_000,
  });
  const environments = [...new Set(places.map(place => place.environment))];
  const run = randomBytes(4).toString('hex');
  const names = new Set<string>();

  /** A full name that no other test has. */
  function name(end = 'secret') {
    const fullName = `${prefix}${run}/${names.size}/${end}`;
    names.add(fullName);
    return fullName;
  }

  const of = (environment: string, where = region) =>
    clients.of({ environment, region: where });
  const client = of('first');

  /** A new secret. */
  async function secret({
    value = text(),
    ...shape
  }: Partial<SecretShape> & { value?: SecretValue } = {}) {
    const fullName = shape.fullName ?? name();
    const token = randomUUID();
    const { arn } = await client.create(
      { tags: {}, ...shape, fullName },
      value,
      token,
    );
    return { fullName, arn, value, token };
  }

  /** Tries what AWS does; where it is known to fail it has to, so that one is told when it does not. */
  async function unless(difference: Difference, act: () => Promise<void>) {
    if (!differences.includes(difference)) {
      await act();
      return;
    }
    const fails = await act().then(
      () => false,
      () => true,
    );
    if (!fails) {
      throw new Error(
        `${on} does as AWS does by now: take "${difference}" out of its differences`,
      );
    }
  }

  return {
    clients,
    client,
    of,
    environments,
    region,
    /** How sentences name the place. */
    place: `first/${region}`,
    /** A value of a tag that no other test has. */
    run,
    name,
    secret,
    unless,
    /** Takes away what was made. */
    async close() {
      for (const environment of environments) {
        for (const fullName of names) {
          await of(environment)
            .delete(fullName, 'atOnce')
            .catch(() => undefined);
        }
      }
      clients.close();
    },
  };
}

/** One place, with secrets of its own, and the adapter that is tried on it. */
export type Trial = ReturnType<typeof openTrial>;
