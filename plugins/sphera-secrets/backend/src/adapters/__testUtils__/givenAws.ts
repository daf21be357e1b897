import type { Suite } from './contract';

/**
 * AWS itself, where SPHERA_TEST_AWS_REGIONS names regions (`eu-central-1,us-east-1`), with
 * the credentials that every AWS tool finds. Only secrets whose name begins with
 * SPHERA_TEST_AWS_PREFIX (`sphera-test/`) are created and deleted; all are listed.
 */
export function givenAws(env: NodeJS.ProcessEnv): Suite | undefined {
  const regions = env.SPHERA_TEST_AWS_REGIONS?.split(',').map(each =>
    each.trim(),
  );
  if (!regions?.length) return undefined;
  return {
    on: 'AWS',
    regions,
    async open() {
      return {
        aws: {},
        places: regions.map(region => ({ environment: 'first', region })),
        prefix: env.SPHERA_TEST_AWS_PREFIX ?? 'sphera-test/',
      };
    },
  };
}
