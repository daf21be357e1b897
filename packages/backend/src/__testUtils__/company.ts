import type { Entity } from '@backstage/catalog-model';

/** A member of one team. */
function user(name: string, team: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { memberOf: [team] },
    relations: [{ type: 'memberOf', targetRef: `group:default/${team}` }],
  };
}

/** A service that one team owns; it is part of a system. */
function service(name: string, team: string, system: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      description: `What ${name} does`,
      annotations: { 'backstage.io/kubernetes-id': name },
    },
    spec: {
      type: 'microservice',
      lifecycle: 'production',
      owner: team,
      system,
    },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${team}` },
      { type: 'partOf', targetRef: `system:default/${system}` },
    ],
  };
}

/** People of the company, as entity refs. */
export const people = {
  /** Of the payments team, which owns payments and invoices. */
  samuel: 'user:default/samuel',
  /** Of the tracking team. */
  priya: 'user:default/priya',
  /** Of the platform team. */
  noor: 'user:default/noor',
};

/** A small company: three teams and their services. */
export const company: Entity[] = [
  user('samuel', 'payments'),
  user('priya', 'tracking'),
  user('noor', 'platform'),
  service('payments', 'payments', 'billing'),
  service('invoices', 'payments', 'billing'),
  service('tracking', 'tracking', 'visibility'),
];
