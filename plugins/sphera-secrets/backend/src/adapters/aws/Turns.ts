import { TokenBucket } from 'limiter';
import type { Api, RateLimit } from './rateLimits';

/** Lets calls to one account and region pass as fast as its rate limits allow, in the order of asking. */
export class Turns {
  private readonly queues = new Map<Api, Queue>();

  constructor(limits: readonly RateLimit[]) {
    for (const limit of limits) {
      const queue = { bucket: bucketOf(limit), waiting: 0 };
      for (const api of limit.apis) this.queues.set(api, queue);
    }
  }

  /**
   * Resolves when a call may be made.
   * @throws the reason of the signal, at once
   */
  async take(api: Api, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const queue = this.queues.get(api)!;
    // Most calls find nobody before them.
    if (queue.waiting === 0 && queue.bucket.tryRemoveTokens(1)) return;
    queue.waiting += 1;
    const turn = queue.bucket.removeTokens(1).finally(() => {
      queue.waiting -= 1;
    });
    if (!signal) {
      await turn;
      return;
    }
    const listening = new AbortController();
    const givenUp = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), {
        signal: listening.signal,
      });
    });
    await Promise.race([turn, givenUp]).finally(() => listening.abort());
  }
}

/** The calls that share one limit. */
interface Queue {
  bucket: TokenBucket;
  /** How many wait for their turn. */
  waiting: number;
}

/** Half a second's calls may come at once; more than that would meet AWS's own limit. */
function bucketOf({ perSecond }: RateLimit): TokenBucket {
  const bucketSize = Math.max(1, perSecond / 2);
  const bucket = new TokenBucket({
    bucketSize,
    tokensPerInterval: perSecond,
    interval: 'second',
  });
  bucket.content = bucketSize;
  return bucket;
}
