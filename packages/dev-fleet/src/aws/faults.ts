/** What can be wrong with an account in a region, and what its clients see of it. */
export const AWS_FAULTS = {
  none: 'it answers',
  down: 'connections are reset',
  slow: 'each answer takes fifteen seconds',
  throttled: 'ThrottlingException',
  denied: 'AccessDeniedException',
  expired: 'ExpiredTokenException',
  broken: 'InternalServiceError, of ECR ServerException',
  lost: 'what is asked is done, and the answer never comes',
} as const;

export type AwsFault = keyof typeof AWS_FAULTS;

/** Where a fault holds, and how long. */
export interface AwsFaultWish {
  fault: AwsFault;
  /** Absent: in all of them. */
  account?: string;
  /** Absent: in all of them. */
  region?: string;
  /** Names of calls, like `ListSecrets`; absent: all of Secrets Manager and ECR. */
  apis?: string[];
  /** Holds for so many calls; absent: until another is set. */
  times?: number;
}

/** The faults of all accounts and regions: the one set last holds. */
export class AwsFaults {
  #wishes: AwsFaultWish[] = [];

  /** Replaces every fault of what it is about. */
  set(wish: AwsFaultWish): void {
    this.#wishes = [
      { ...wish },
      ...this.#wishes.filter(earlier => !isWithin(earlier, wish)),
    ];
  }

  /** What holds for a call, which counts as one of `times`. */
  meet(account: string, region: string | undefined, api: string): AwsFault {
    const wish = this.#find(account, region, api);
    if (!wish) return 'none';
    if (wish.times !== undefined && --wish.times === 0) {
      this.#wishes = this.#wishes.filter(other => other !== wish);
    }
    return wish.fault;
  }

  /** Whether values may not be read in a place, one of many in one call either. */
  forbidsReading(account: string, region: string): boolean {
    return this.#find(account, region, 'GetSecretValue')?.fault === 'denied';
  }

  /** Whether no role of an account can be assumed: where that call is named, and denied. */
  forbidsRole(account: string): boolean {
    return this.#wishes.some(
      wish =>
        wish.apis?.includes('AssumeRole') &&
        wish.fault === 'denied' &&
        (wish.account ?? account) === account,
    );
  }

  /** What holds in a place, whatever the call. */
  at(account: string, region: string): AwsFault {
    return this.#find(account, region)?.fault ?? 'none';
  }

  #find(account: string, region?: string, api?: string) {
    return this.#wishes.find(
      wish =>
        (wish.account ?? account) === account &&
        (wish.region ?? region) === region &&
        (!wish.apis || (api !== undefined && wish.apis.includes(api))),
    );
  }
}

function isWithin(earlier: AwsFaultWish, wish: AwsFaultWish): boolean {
  const { account, region, apis } = wish;
  return (
    (account === undefined || earlier.account === account) &&
    (region === undefined || earlier.region === region) &&
    (!apis || Boolean(earlier.apis?.every(api => apis.includes(api))))
  );
}
