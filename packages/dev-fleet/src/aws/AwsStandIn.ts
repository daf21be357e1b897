import type { IncomingMessage, ServerResponse } from 'node:http';
import { ecrService } from '../ecr/ecrService';
import { ImageRegistry } from '../ecr/store/ImageRegistry';
import { machineClock, type Clock } from '../kubernetes/clock';
import { hashOf, seededRandom } from '../kubernetes/random';
import { secretsManagerService } from '../secretsManager/secretsManagerService';
import { SecretStore } from '../secretsManager/store/SecretStore';
import { StsApi } from '../sts/StsApi';
import { Accounts, type AwsAccount } from './Accounts';
import { Calls, type CountedPlace } from './Calls';
import { AwsFaults, type AwsFault, type AwsFaultWish } from './faults';
import { JsonApi } from './JsonApi';

/** How an embedded AWS is to be. */
export interface AwsOptions {
  accounts: AwsAccount[];
  /** Instead of the machine's clock. */
  clock?: Pick<Clock, 'now'>;
  /** The same ids come from the same seed. */
  seed?: number;
  /** Puts secrets and image repositories in before anybody asks. */
  fill?(aws: AwsStandIn): void;
}

/** Secrets Manager, ECR and STS of some accounts, without a server of their own. */
export class AwsStandIn {
  readonly #accounts: Accounts;
  readonly #faults = new AwsFaults();
  readonly #calls = new Calls();
  readonly #stores = new Map<string, SecretStore>();
  readonly #registries = new Map<string, ImageRegistry>();
  readonly #services: Record<string, Pick<JsonApi, 'handle'>>;
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
    const known = {
      accounts: this.#accounts,
      faults: this.#faults,
      calls: this.#calls,
    };
    this.#services = {
      'secrets-manager': new JsonApi(
        secretsManagerService({
          clock,
          faults: this.#faults,
          storeOf: (account, region) => this.secrets(account, region),
        }),
        known,
      ),
      ecr: new JsonApi(
        ecrService({
          clock,
          registryOf: (account, region) => this.images(account, region),
        }),
        known,
      ),
      sts: new StsApi(known),
    };
    fill?.(this);
  }

  /** Answers what is asked of `/secrets-manager`, `/ecr` or `/sts`; `undefined`: it is for none of them. */
  handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> | undefined {
    const [, service = ''] = /^\/([^/?]+)/.exec(request.url ?? '') ?? [];
    return Object.hasOwn(this.#services, service)
      ? this.#services[service].handle(request, response)
      : undefined;
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

  /** The image repositories of an account in a region, from the inside. */
  images(account: string, region: string): ImageRegistry {
    const key = `${account}/${region}`;
    let registry = this.#registries.get(key);
    if (!registry) {
      registry = new ImageRegistry(account, region, this.clock);
      this.#registries.set(key, registry);
    }
    return registry;
  }

  /** Switches a fault on or off. */
  fault(wish: AwsFaultWish): void {
    this.#faults.set(wish);
  }

  /** What is wrong in each place that was asked or filled, by `account/region`. */
  faults(): Record<string, AwsFault> {
    return Object.fromEntries(
      [...this.#stores, ...this.#registries].map(
        ([key, { account, region }]) => [key, this.#faults.at(account, region)],
      ),
    );
  }

  /** Calls to Secrets Manager and ECR so far, by API. */
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
