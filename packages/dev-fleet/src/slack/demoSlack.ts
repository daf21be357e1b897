import { SlackStandIn } from './SlackStandIn';
import { SlackWorkspace } from './SlackWorkspace';

/** Token of the portal in the demo company's Slack. It opens nothing but this, on this machine. */
export const DEMO_SLACK_TOKEN = 'xoxb-laptop-Rm6kYw2Tq9Zc4Vn8Xb3Hs7Ld';

const CHANNELS = ['incidents', 'booking', 'tracking', 'delivery', 'payments'];

/** The Slack of the demo company: a channel for each team, and one for all. */
export const demoSlack = (): SlackStandIn =>
  new SlackStandIn(new SlackWorkspace(CHANNELS.map(name => ({ name }))), {
    token: DEMO_SLACK_TOKEN,
  });
