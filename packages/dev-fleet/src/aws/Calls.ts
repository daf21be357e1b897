/** Which calls are meant; what is absent may be anything. */
export interface CountedPlace {
  account?: string;
  region?: string;
}

/** Counts the calls to Secrets Manager and ECR by account, region and API, answered or refused. */
export class Calls {
  #counts = new Map<string, Map<string, number>>();

  count(account: string, region: string, api: string): void {
    const place = `${account}/${region}`;
    const counts = this.#counts.get(place) ?? new Map<string, number>();
    counts.set(api, (counts.get(api) ?? 0) + 1);
    this.#counts.set(place, counts);
  }

  /** Calls by API, like `{ ListSecrets: 12 }`: in sum, or of an account, a region, one in the other. */
  of({ account, region }: CountedPlace = {}): Record<string, number> {
    const sum: Record<string, number> = {};
    for (const [place, counts] of this.#counts) {
      const [itsAccount, itsRegion] = place.split('/');
      if ((account ?? itsAccount) !== itsAccount) continue;
      if ((region ?? itsRegion) !== itsRegion) continue;
      for (const [api, count] of counts) sum[api] = (sum[api] ?? 0) + count;
    }
    return sum;
  }

  reset(): void {
    this.#counts.clear();
  }
}
