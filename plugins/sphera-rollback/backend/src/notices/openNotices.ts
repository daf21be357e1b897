import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Clock, ServiceDirectory } from '@sphera/plugin-operations-node';
import type { Messages } from '../adapters/slack/Messages';
import type { KeptRollback } from '../running/KeptRollback';
import type { Notices } from '../running/Runner';
import { OneAtATime } from './OneAtATime';
import { OwnersNotice } from './OwnersNotice';
import { SlackNotice } from './SlackNotice';

/** Tells people of rollbacks: by Slack where it is configured, and by Backstage's notifications. */
export function openNotices(parts: {
  /** Has the address of the portal. */
  config: Config;
  messages: Messages | undefined;
  notifications: NotificationService;
  directory: Pick<ServiceDirectory, 'get'>;
  logger: LoggerService;
  clock: Pick<Clock, 'now'>;
}): Notices {
  const portal = parts.config.getString('app.baseUrl').replace(/\/+$/, '');
  const slack = new SlackNotice({
    ...parts,
    pageOf: id => `${portal}/rollbacks/${id}`,
  });
  const owners = new OwnersNotice(parts);
  const oneAtATime = new OneAtATime();
  const { clock, logger } = parts;

  function dueAt(rollback: KeptRollback): number | undefined {
    const moments = [slack, owners]
      .map(notice => notice.dueAt(rollback))
      .filter(moment => moment !== undefined);
    return moments.length > 0 ? Math.min(...moments) : undefined;
  }

  const isDue = (moment: number | undefined): boolean =>
    moment !== undefined && moment <= clock.now();

  return {
    dueAt,
    // Of one that runs, the end is still to be told.
    isOwing: rollback =>
      rollback.state === 'running' || dueAt(rollback) !== undefined,
    tell: (rollback, save) =>
      oneAtATime.run(rollback.id, async () => {
        try {
          if (isDue(owners.dueAt(rollback))) await owners.tell(rollback);
          if (isDue(slack.dueAt(rollback))) await slack.tell(rollback, save);
        } catch (error) {
          logger.error(`Rollback ${rollback.id} could not be told: ${error}`);
        }
      }),
  };
}
