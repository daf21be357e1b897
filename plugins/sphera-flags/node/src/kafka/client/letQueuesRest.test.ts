import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import { letQueuesRest } from './letQueuesRest';

beforeAll(letQueuesRest);
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** The queue of a connection, as kafkajs makes it, and what was sent from it. */
function openQueue() {
  const queue = new RequestQueue({
    maxInFlightRequests: null,
    requestTimeout: 8_000,
    enforceRequestTimeout: false,
    clientId: 'sphera',
    broker: 'kafka-1:9092',
    logger: { debug() {}, warn() {} },
  });
  const sent: number[] = [];
  const push = (correlationId: number) =>
    queue.push({
      entry: { correlationId, resolve() {} },
      expectResponse: false,
      sendRequest: () => sent.push(correlationId),
    });
  return { queue, sent, push };
}

describe('the queue of a connection', () => {
  it('does nothing while no request waits', () => {
    const { queue, sent, push } = openQueue();
    push(1);
    queue.checkPendingRequests();
    expect(sent).toEqual([1]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('sends what waits once Kafka lets it, and rests again', () => {
    const { queue, sent, push } = openQueue();
    queue.maybeThrottle(500);
    push(1);
    push(2);
    jest.advanceTimersByTime(499);
    expect(sent).toEqual([]);
    jest.advanceTimersByTime(50);
    expect(sent).toEqual([1, 2]);
    expect(jest.getTimerCount()).toBe(0);
  });
});
