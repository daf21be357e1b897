import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { SecretsClients, SecretValue } from '../adapters/SecretsClient';
import type { Looking } from '../records/SecretsMemory';
import type { Standard } from '../standard/Standard';
import type { HeldChange } from './Holding';
import { lookAtPlaces } from './lookAtPlaces';
import { halfDone, partlyDone, toUnfinished } from './sentences';
import type { TakenBack } from './steps/takeBack';
import { ValuesOfChange } from './values/ValuesOfChange';
import { type Work, workOf } from './Work';

/** What a change under way works with. */
export interface UnderWayParts {
  clients: SecretsClients;
  standard: Standard;
  looking: Looking;
  /** A whole number from 0 up to, but not including, `below`, fit for secrets. */
  randomInt: (below: number) => number;
  logger: LoggerService;
}

/** A change while this call is at it: its work in each place, and its two ends. */
export class ChangeUnderWay {
  readonly work: Work;
  private readonly values: ValuesOfChange;

  /**
   * @param all - how it stands in each of its places
   * @param value - what the caller brought
   */
  constructor(
    private readonly parts: UnderWayParts,
    private readonly held: HeldChange,
    service: ServiceEntry,
    readonly all: TakenBack[],
    value?: SecretValue,
  ) {
    this.values = new ValuesOfChange(held.change, parts, value);
    const { values } = this;
    this.work = workOf(held.change, service, all, { ...parts, values });
  }

  /** It came to its end: nothing of it is left to do. */
  async end(): Promise<void> {
    await this.held.end();
    await this.tellMemory();
  }

  /** It stays half done; answers the error that says so. */
  async leave(): Promise<Error> {
    const { change } = this.held;
    const isRepeatable = change.operation === 'restore-version';
    await this.held.leave(isRepeatable ? 'repeatable' : 'unfinished');
    await this.tellMemory();
    if (!isRepeatable) return halfDone(change);
    const { done, failed } = toUnfinished(change);
    return partlyDone(change, done, failed);
  }

  private async tellMemory(): Promise<void> {
    const { source, deletesSource } = this.held.change;
    // A place that does not answer would not answer now either.
    const seen = this.all.filter(({ standing }) => standing !== 'unknown');
    await lookAtPlaces(this.parts, [
      ...seen.map(one => {
        const { fullName, versionId } = one.place;
        const value = this.values.usedFor(one);
        const isSet = one.standing === 'done' && value && versionId;
        const set = isSet ? { value, versionId } : undefined;
        return { place: one.place, fullName, set };
      }),
      ...(source && deletesSource
        ? [{ place: source, fullName: source.fullName }]
        : []),
    ]);
  }
}
