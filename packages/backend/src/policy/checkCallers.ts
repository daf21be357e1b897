import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { Fleet } from '@sphera/plugin-fleet-common';
import type { Operation } from '@sphera/plugin-operations-common';
import { readCallers } from '@sphera/plugin-operations-node';

/**
 * Makes sure that what programs are granted exists, and that no token passes
 * for a plugin of the backend, which the kernel trusts.
 * @throws InputError naming each wrong key and what would be right.
 */
export function checkCallers(
  config: Config,
  around: {
    fleet: Pick<Fleet, 'environments'>;
    operations: Operation[];
  },
): void {
  const ids = around.operations.flatMap(({ id, plugin }) => [
    id,
    `${plugin}:*`,
  ]);
  const environments = around.fleet.environments.map(({ name }) => name);
  const problems = [
    ...readCallers(config).flatMap((caller, index) => [
      ...unknown(`callers[${index}].operations`, caller.operations, ids),
      ...unknown(
        `callers[${index}].environments`,
        caller.environments ?? [],
        environments,
      ),
    ]),
    ...pretenders(config),
  ];
  if (problems.length > 0) {
    throw new InputError(
      `The callers in the configuration are wrong: ${problems.join('; ')}`,
    );
  }
}

function unknown(list: string, names: string[], known: string[]): string[] {
  return names.flatMap((name, index) =>
    known.includes(name)
      ? []
      : [
          `sphera.policy.${list}[${index}]: there is no "${name}"; there are ${known.join(
            ', ',
          )}`,
        ],
  );
}

function pretenders(config: Config): string[] {
  const access =
    config.getOptionalConfigArray('backend.auth.externalAccess') ?? [];
  return access.flatMap((one, index) =>
    one.getOptionalString('options.subject')?.startsWith('plugin:')
      ? [
          `backend.auth.externalAccess[${index}].options.subject: must not begin with "plugin:", as the backend's own plugins do`,
        ]
      : [],
  );
}
