import {
  type BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import { peopleOf, signalsTo } from '@sphera/plugin-operations-node/testUtils';
import { PEOPLE, SAM, serviceOf, TEAMS } from './people';

/** What people were told. */
export interface Told {
  signals: object[];
  notifications: NotificationSendOptions[];
}

/** The services of the catalog, unless a test names others. */
export const SERVICES: Entity[] = [
  serviceOf('quotes'),
  serviceOf('payments'),
  serviceOf('tracker', { owner: TEAMS[SAM], system: 'visibility' }),
  serviceOf('dispatch', { owner: TEAMS[SAM], system: 'last-mile' }),
  serviceOf('depot', { owner: TEAMS[SAM] }),
];

/** What Backstage has around the plugins: a catalog, user info, signals, notifications. */
export function surroundings(
  told: Told,
  services: Entity[] = SERVICES,
): BackendFeature[] {
  return [
    catalogServiceMock.factory({ entities: [...services, ...PEOPLE] }),
    signalsTo(told.signals),
    createServiceFactory({
      service: notificationService,
      deps: {},
      factory: () => ({
        send: async notification => void told.notifications.push(notification),
      }),
    }),
    peopleOf(TEAMS),
  ];
}
