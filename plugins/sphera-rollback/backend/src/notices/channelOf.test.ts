import { channelOf } from './channelOf';
import { newMessage } from './newMessage';

const slack = { token: 'x', channel: '#deployments' };
const annotated = (channel?: unknown) => ({
  annotations: { 'sphera.io/slack-channel': channel } as Record<string, string>,
});

describe('the Slack channel of a service', () => {
  it.each([
    ['is the one that the catalog names', annotated('#booking'), '#booking'],
    ['is named with spaces around it', annotated(' booking '), 'booking'],
    ['is that of the configuration else', annotated(), '#deployments'],
    [
      'is that of the configuration for an empty name',
      annotated(''),
      '#deployments',
    ],
    [
      'is that of the configuration for what is no text',
      annotated(7),
      '#deployments',
    ],
  ])('%s', (_, service, channel) => {
    expect(channelOf({ slack }, service)).toBe(channel);
    expect(newMessage({ slack }, service)).toEqual({
      channel,
      mayBeThere: false,
      isOver: false,
    });
  });

  it('is none without Slack, or where nobody names one', () => {
    expect(channelOf({}, annotated('#booking'))).toBeUndefined();
    expect(newMessage({ slack: { token: 'x' } }, annotated())).toBeUndefined();
  });
});
