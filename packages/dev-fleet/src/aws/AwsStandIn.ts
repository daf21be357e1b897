import type { IncomingMessage, ServerResponse } from 'node:http';
import { machineClock, type Clock } from '../kubernetes/clock';
import { hashOf, seededRandom } from '../kubernetes/random';
import { SecretsManagerApi } from '../secretsManager/SecretsManagerApi';
import { SecretStore } from '../secretsManager/store/SecretStore';
import { StsApi } from '../sts/StsApi';
import { Accounts, type AwsAccount } from './Accounts';
import { Calls, type CountedPlace } from './Calls';
import { AwsFaults, type AwsFault, type AwsFaultWish } from './faults';

/** How an embedded AWS is to be. */
export interface AwsOptions {
  accounts: AwsAccount[];
  /** Instead of the machine's clock. */
  clock?: Pick<Clock, 'now'>;
  /** The same ids come from the same seed. */
  seed?: number;
  /** Puts secrets in before anybody asks. */
  fill?(aws: AwsStandIn): void;
}

/** Secrets Manager and STS of some accounts, without a server of their own. */
export class AwsStandIn {
  readonly #accounts: Accounts;
  readonly #faults = new AwsFaults();
  readonly #calls = new Calls();
  readonly #stores = new Map<string, SecretStore>();
  readonly #secretsManager: SecretsManagerApi;
  readonly #sts: StsApi;
  readonly #seed: number;
  readonly clock: Pick<Clock, 'now'>;

  constructor({
    accounts,
    clock = machineClock(),
    seed = 1,
    fill,
  }: AwsOptions) {
    this.clock = clock;
    this.#seed = seed;
    this.#accounts = new Accounts(accounts, {
      clock,
      random: seededRandom(seed),
    });
    this.#sts = new StsApi({ accounts: this.#accounts, faults: this.#faults });
    this.#secretsManager = new SecretsManagerApi({
      accounts: this.#accounts,
      faults: this.#faults,
      calls: this.#calls,
      clock,
      storeOf: (account, region) => this.secrets(account, region),
    });
    fill?.(this);
  }

  /** Answers what is asked of `/secrets-manager` or `/sts`; `undefined`: it is for neither. */
  handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> | undefined {
    const [, service] = /^\/([^/?]+)/.exec(request.url ?? '') ?? [];
    if (service === 'secrets-manager') {
      return this.#secretsManager.handle(request, response);
    }
    if (service === 'sts') return this.#sts.handle(request, response);
    return undefined;
  }

  /** The secrets of an account in a region, from the inside. */
  secrets(account: string, region: string): SecretStore {
    const key = `${account}/${region}`;
    let store = this.#stores.get(key);
    if (!store) {
      const random = seededRandom(this.#seed + hashOf(key));
      store = new SecretStore({ account, region, clock: this.clock, random });
      this.#stores.set(key, store);
    }
    return store;
  }

  /** Switches a fault on or off. */
  fault(wish: AwsFaultWish): void {
    this.#faults.set(wish);
  }

  /** What is wrong in each place that was asked or filled, by `account/region`. */
  faults(): Record<string, AwsFault> {
    return Object.fromEntries(
      [...this.#stores].map(([key, { account, region }]) => [
        key,
        this.#faults.at(account, region),
      ]),
    );
  }

  /** Calls to Secrets Manager so far, by API. */
  calls(place?: CountedPlace): Record<string, number> {
    return this.#calls.of(place);
  }

  resetCalls(): void {
    this.#calls.reset();
  }

  /** Ends the sessions that AssumeRole handed out; new ones are good. Without an account: of all. */
  endSessions(account?: string): void {
    this.#accounts.endSessions(account);
  }
}
