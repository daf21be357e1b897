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

/** What people are told. */
export interface Told {
  signals: object[];
  notifications: NotificationSendOptions[];
  /** Whether notifications are away. */
  notifying: { fails: boolean };
}

/** Nobody was told anything yet. */
export const nobodyTold = (): Told => ({
  signals: [],
  notifications: [],
  notifying: { fails: false },
});

/** The services of the catalog, unless a test names others. */
export const SERVICES: Entity[] = [
  serviceOf('quotes'),
  serviceOf('payments'),
  serviceOf('tracker', TEAMS[SAM]),
];

/** What Backstage has around the plugin: a catalog, user info, signals, notifications. */
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
        async send(notification) {
          if (told.notifying.fails) throw new Error('Notifications are away');
          told.notifications.push(notification);
        },
      }),
    }),
    peopleOf(TEAMS),
  ];
}
