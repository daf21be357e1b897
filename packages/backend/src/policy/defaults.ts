import type { Permission } from '@backstage/plugin-permission-common';
import { isProductionLike } from '@sphera/plugin-fleet-common';
import { askable } from './conditions';
import { Rule, standsFor, Who } from './policy';

const ownersAndPlatform: Who = { anyOf: ['owners', 'platform'] };

const rules: Rule[] = [
  // In an incident, whoever sees it first must be able to stop deploys, and to let them go on.
  { permissions: ['sphera-locks.*'], allow: 'everyone' },
  // The same goes for a feature that hurts customers.
  { permissions: ['sphera-flags.kill-flag'], allow: 'everyone' },

  // Who has a say is written at each step of the path, which the capability itself sees to.
  {
    permissions: [
      'sphera-lifecycle.approve-step',
      'sphera-lifecycle.reject-step',
    ],
    allow: 'everyone',
  },
  // Looking costs little and shows what anybody may read.
  { permissions: ['sphera-lifecycle.refresh-facts'], allow: 'everyone' },

  // A new service is nobody's yet. Who began it goes on with it, which the capability itself sees to.
  { permissions: ['sphera-creation.undo-any-creation'], allow: 'platform' },
  { permissions: ['sphera-creation.*'], allow: 'everyone' },

  // Templates are how developers create things; cancelling is for whoever sees one run wild.
  {
    permissions: [
      'scaffolder.task.create',
      'scaffolder.task.cancel',
      'scaffolder.action.execute',
    ],
    allow: 'everyone',
  },
  // What a template creates, it registers in the name of who ran it.
  {
    permissions: [
      'catalog.entity.create',
      'catalog.entity.validate',
      'catalog.location.create',
      'catalog.location.analyze',
      'catalog.entity.refresh',
    ],
    allow: 'everyone',
  },
  { permissions: ['catalog.entity.delete'], allow: ownersAndPlatform },

  // It reaches past every check of this portal, with the portal's own rights in the clusters.
  { permissions: ['kubernetes.proxy'], allow: 'nobody' },
];

/**
 * Who may see the value of a secret. Where customers are, only the platform group;
 * a call that names no environment would be about all of them.
 */
function revealing(environments: string[]): Who {
  const others = environments.filter(name => !isProductionLike(name));
  return {
    anyOf: ['platform', { allOf: ['owners', { inEnvironment: others }] }],
  };
}

/**
 * Who may, where no rule of the configuration speaks of a permission.
 *
 * @param environments - names of the fleet's environments
 */
export function defaultFor(
  permission: Permission,
  environments: string[],
): Who {
  if (permission.name === 'sphera-secrets.reveal-secret') {
    return revealing(environments);
  }
  const rule = rules.find(({ permissions }) =>
    permissions.some(pattern => standsFor(pattern, permission.name)),
  );
  if (rule) return rule.allow;
  if (permission.attributes.action === 'read') return 'everyone';
  return askable(permission) ? ownersAndPlatform : 'platform';
}
