import { startNeighbours } from '../neighbours/startNeighbours';
import { SlackStandIn } from './SlackStandIn';
import { SlackWorkspace, type ChannelSeed } from './SlackWorkspace';

/** Slack, listening. */
export interface RunningSlack {
  /** For `slackApiUrl` of a client. */
  apiUrl: string;
  /** The page with the messages. */
  pageUrl: string;
  token: string;
  workspace: SlackWorkspace;
  /** Its faults and counters. */
  slack: SlackStandIn;
  stop(): Promise<void>;
}

/** Starts Slack on a free port of this machine. */
export async function startSlackStandIn({
  channels = [{ name: 'deployments' }],
  token = 'a-token-of-slack',
  scopes,
}: {
  channels?: ChannelSeed[];
  token?: string;
  /** Absent: all that there are. */
  scopes?: readonly string[];
} = {}): Promise<RunningSlack> {
  const workspace = new SlackWorkspace(channels);
  const slack = new SlackStandIn(workspace, { token, scopes });
  const { url, stop } = await startNeighbours([slack]);
  return {
    apiUrl: `${url}/slack/api/`,
    pageUrl: `${url}/slack`,
    token,
    workspace,
    slack,
    stop,
  };
}
