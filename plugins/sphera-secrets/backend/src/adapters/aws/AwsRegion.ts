import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { CallCounts } from './CallCounts';
import type { CallMeter } from './callMetrics';
import { telling, type ProvideCredentials } from './CredentialsFailure';
import { observeAttempts } from './observeAttempts';
import type { Api, RateLimit } from './rateLimits';
import { isSignedOut } from './serviceError';
import { Turns } from './Turns';
import { withinTime } from './withinTime';

/** In milliseconds, for each attempt; what all attempts may take together is for the caller to say. */
const CONNECT_WITHIN = 2_000;

/** In milliseconds: after it was throttled the SDK holds calls back for a while before it sends them. */
const CAUTIOUS_FOR = 60_000;

/** Connections to one region; kept open between calls. */
const AGENT = { keepAlive: true, maxSockets: 25, maxFreeSockets: 5 };

/** The SDK writes to the console otherwise. */
const SILENT = {
  trace() {},
  debug() {},
  info() {},
  warn() {},
  error() {},
};

/** A command, sent with an SDK client. */
type Send<T> = (client: SecretsManager, signal: AbortSignal) => Promise<T>;

/** One account in one region: its connections, credentials and rate limits. */
export class AwsRegion {
  private readonly handler = new NodeHttpHandler({
    connectionTimeout: CONNECT_WITHIN,
    httpAgent: new HttpAgent(AGENT),
    httpsAgent: new HttpsAgent(AGENT),
    logger: SILENT,
  });
  private readonly turns: Turns;
  private readonly counts: CallCounts;
  private client?: SecretsManager;
  private throttledAt = -Infinity;

  constructor(
    private readonly options: {
      region: string;
      endpoint?: string;
      credentials: () => Promise<ProvideCredentials>;
      limits: readonly RateLimit[];
      meter?: CallMeter;
      now: () => number;
      /** Milliseconds that one call may take, with all attempts and new credentials. */
      answerWithin: number;
      /** New credentials are about to be got. */
      onSignedOut?: () => void;
    },
  ) {
    this.turns = new Turns(options.limits);
    this.counts = new CallCounts(options.now);
  }

  /**
   * Sends a command in its turn. Credentials that are not accepted are got anew once.
   * @throws what the SDK throws, TooLate, or CredentialsFailure
   */
  async send<T>(api: Api, send: Send<T>, signal?: AbortSignal): Promise<T> {
    this.client ??= this.connect(false);
    const client = this.client;
    try {
      return await this.sendOnce(api, client, send, signal);
    } catch (error) {
      if (!isSignedOut(error as Error)) throw error;
      // Of several calls that fail together, the first gets the new credentials.
      if (this.client === client) {
        this.options.onSignedOut?.();
        this.client = this.connect(true);
      }
      return this.sendOnce(api, this.client!, send, signal);
    }
  }

  /** Calls of the latest minute, and the limit, of every API that was called. */
  calls(): Array<{ api: string; lastMinute: number; perSecond: number }> {
    return this.options.limits.flatMap(({ apis, perSecond }) =>
      apis.map(api => ({
        api,
        lastMinute: this.counts.lastMinute(api),
        perSecond,
      })),
    );
  }

  /** Closes the connections. */
  close(): void {
    this.handler.destroy();
  }

  private async sendOnce<T>(
    api: Api,
    client: SecretsManager,
    send: Send<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const done = this.options.meter?.waits(api);
    await this.turns.take(api, signal).finally(done);
    return withinTime(this.options.answerWithin, {
      act: own => send(client, own),
      wasThrottled: () => this.options.now() - this.throttledAt < CAUTIOUS_FOR,
      signal,
    });
  }

  private connect(forceRefresh: boolean): SecretsManager {
    const { region, endpoint, credentials, meter } = this.options;
    const client = new SecretsManager({
      region,
      endpoint,
      credentials: telling(credentials, { forceRefresh }),
      requestHandler: this.handler,
      retryMode: 'adaptive',
      maxAttempts: 3,
      logger: SILENT,
    });
    observeAttempts(client, (api, error) => {
      this.counts.count(api);
      if (error?.isThrottling) this.throttledAt = this.options.now();
      meter?.called(api, error);
    });
    return client;
  }
}
