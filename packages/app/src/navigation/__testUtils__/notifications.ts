import { createApiMock } from '@backstage/frontend-test-utils';
import { notificationsApiRef } from '@backstage/plugin-notifications';

/** Nobody has any. */
export const notifications = createApiMock(notificationsApiRef, () => ({
  getNotifications: jest.fn(),
  getNotification: jest.fn(),
  getStatus: jest.fn().mockResolvedValue({ unread: 0, read: 0 }),
  getTopics: jest.fn(),
  updateNotifications: jest.fn(),
  getNotificationSettings: jest.fn(),
  updateNotificationSettings: jest.fn(),
}));
