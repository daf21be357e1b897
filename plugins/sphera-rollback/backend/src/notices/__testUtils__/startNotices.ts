import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { startSlackStandIn } from '@sphera/dev-fleet';
import { openMessages } from '../../adapters/slack/openMessages';
import type { KeptRollback } from '../../running/KeptRollback';
import { openNotices } from '../openNotices';

/** The service of `aRollback`. */
export const QUOTES: ServiceEntry = {
  ref: 'component:default/quotes',
  name: 'quotes',
  title: 'Quotes',
  owners: ['group:default/booking'],
  type: 'microservice',
  environments: ['production'],
  annotations: {},
};

/** Notices on Slack's stand-in, with a row that is saved as a store would. */
export async function startNotices({
  service = QUOTES,
  notify = async () => {},
  scopes,
}: {
  service?: ServiceEntry;
  notify?(options: NotificationSendOptions): Promise<void>;
  /** What the Slack app may do: everything if absent. */
  scopes?: readonly string[];
} = {}) {
  const slack = await startSlackStandIn({
    channels: [{ name: 'booking' }],
    scopes,
  });
  const time = { now: Date.now() };
  const sent: NotificationSendOptions[] = [];
  const { token, apiUrl } = slack;
  const open = () =>
    openNotices({
      config: new ConfigReader({
        app: { baseUrl: 'https://portal.kestrel.example/' },
      }),
      messages: openMessages({
        settings: { slack: { token, apiUrl } },
        // A machine that is busy with other tests is slow, and that is no fault of Slack.
        answerWithin: 60_000,
      }),
      notifications: {
        async send(options) {
          await notify(options);
          sent.push(options);
        },
      },
      directory: { get: async () => service },
      logger: mockServices.logger.mock(),
      clock: { now: () => time.now },
    });
  return {
    ...slack,
    /** What owners were sent. */
    sent,
    time,
    /** Another replica. */
    open,
    notices: open(),
    /** Messages as people see them. */
    seen: () => slack.workspace.messages('booking'),
    stop: slack.stop,
  };
}

/** A row in a store: what is saved of a rollback, and what another replica reads. */
export function row(rollback: KeptRollback) {
  let saved = JSON.stringify(rollback);
  return {
    save: async () => {
      saved = JSON.stringify(rollback);
      return true;
    },
    read: (): KeptRollback => JSON.parse(saved),
  };
}
