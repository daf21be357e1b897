import { mockServices } from '@backstage/backend-test-utils';

/** A permission policy that a test turns as it goes; everybody may everything at first. */
export function turnedPolicy() {
  const policy = {
    /** On what whoever asks may do what they ask for; `undefined`: on everything. */
    conditions: undefined as object | undefined,
    /** What happens once while somebody is being asked about. */
    meanwhile: undefined as (() => Promise<unknown>) | undefined,
  };
  const { factory } = mockServices.permissions.mock({
    async authorizeConditional(asked) {
      const happening = policy.meanwhile;
      policy.meanwhile = undefined;
      await happening?.();
      return asked.map(({ permission }) =>
        policy.conditions && permission.attributes.action !== 'read'
          ? {
              result: 'CONDITIONAL',
              pluginId: permission.name.split('.')[0],
              resourceType: 'sphera-target',
              conditions: withType(policy.conditions),
            }
          : { result: 'ALLOW' },
      ) as any;
    },
  });
  return Object.assign(policy, { factory });
}

function withType(condition: any): any {
  return condition.not
    ? { not: withType(condition.not) }
    : { ...condition, resourceType: 'sphera-target' };
}
