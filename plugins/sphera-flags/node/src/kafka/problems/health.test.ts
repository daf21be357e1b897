import { HandClock } from '@sphera/plugin-operations-common/testUtils';
import { LogOfTest } from '../__testUtils__/LogOfTest';
import { Health } from './Health';

const clock = new HandClock();
let logger: LogOfTest;
let health: Health;
beforeEach(() => {
  logger = new LogOfTest();
  health = new Health({ clock, logger });
});

const away = { state: 'away', sentence: 'Kafka does not answer' } as const;
const wrong = { state: 'wrong', sentence: 'The topic is odd' } as const;

describe('how a bus stands', () => {
  it('is away until Kafka has answered', () => {
    expect(health.state.state).toBe('away');
    health.well('topics');
    expect(health.state.state).toBe('connected');
  });

  it('is away as soon as one part finds nobody, and connected as soon as another one does', () => {
    health.well('topics');
    health.ill('sending', away);
    expect(health.state).toMatchObject({
      state: 'away',
      problem: 'Kafka does not answer',
    });
    health.well('topics');
    expect(health.state.state).toBe('connected');
    expect(health.state.problem).toBeUndefined();
  });

  it('is wrong until the part that found it so finds it right', () => {
    health.ill('topics', wrong);
    health.well('sending');
    expect(health.state).toMatchObject({
      state: 'wrong',
      problem: 'The topic is odd',
    });
    health.well('topics');
    expect(health.state.state).toBe('connected');
  });

  it('has a sentence of each part, and one where they say the same', () => {
    health.ill('topics', wrong);
    health.ill('reading', { ...wrong, sentence: 'It is forbidden' });
    health.ill('sending', wrong);
    expect(health.state.problem).toBe('The topic is odd; It is forbidden');
  });

  it('is first of all away', () => {
    health.ill('topics', wrong);
    health.ill('sending', away);
    expect(health.state).toMatchObject({
      state: 'away',
      problem: 'Kafka does not answer',
    });
  });

  it('is said once each time that it changes, and told to whoever listens', () => {
    const heard: string[] = [];
    health.onState(({ state }) => heard.push(state));
    health.well('topics');
    health.well('topics');
    health.ill('sending', away);
    health.ill('sending', away);
    health.well('sending');
    expect(heard).toEqual(['connected', 'away', 'connected']);
    expect(logger.lines).toEqual([
      'Kafka is connected',
      'Kafka does not answer',
      'Kafka is connected',
    ]);
  });
});
