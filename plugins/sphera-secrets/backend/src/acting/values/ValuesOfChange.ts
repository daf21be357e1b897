import { placeName } from '@sphera/plugin-secrets-common';
import type { SecretsClients, SecretValue } from '../../adapters/SecretsClient';
import { PlaceError } from '../../errors';
import type { Change } from '../Change';
import type { Progress } from '../steps/Progress';
import { makeUp } from './makeUp';

/**
 * The values of one change while it is carried out: brought by the caller, or made up,
 * or else read where it is copied from or from a place that has it. They are gone with
 * the call.
 */
export class ValuesOfChange {
  private readonly shared = new Map<string, Promise<SecretValue>>();
  private readonly used = new Map<Progress, SecretValue>();

  constructor(
    private readonly change: Change,
    private readonly parts: {
      clients: SecretsClients;
      /** A whole number from 0 up to, but not including, `below`, fit for secrets. */
      randomInt: (below: number) => number;
    },
    /** What the caller brought. */
    private readonly given?: SecretValue,
  ) {}

  /**
   * The value that a place is to have.
   * @throws PlaceError where it can be had nowhere
   */
  async of(one: Progress, all: readonly Progress[]): Promise<SecretValue> {
    const value = this.given ?? (await this.find(one, all));
    this.used.set(one, value);
    return value;
  }

  /** The value that a place was given, if any. */
  usedFor(one: Progress): SecretValue | undefined {
    return this.used.get(one);
  }

  private async find(
    one: Progress,
    all: readonly Progress[],
  ): Promise<SecretValue> {
    const { source, generate, about } = this.change;
    const differs =
      about.differsByRegion ?? one.place.before?.about.differsByRegion ?? false;
    const having = all.filter(
      other =>
        other !== one &&
        (other.standing === 'done' || other.standing === 'staged'),
    );
    const isNear = ({ place }: Progress) =>
      place.environment === one.place.environment;
    // Between environments, and where each region has its own, made up values differ.
    const key = differs ? placeName(one.place) : one.place.environment;
    const shared = this.shared.get(key);
    const near = generate && differs ? [] : having.filter(isNear);
    const far = generate ? [] : having.filter(other => !isNear(other));
    const makeUpOnce = async () =>
      this.once(key, async () => makeUp(generate!, this.parts.randomInt));
    return firstThatWorks([
      ...(source ? [() => this.once('source', () => this.read(source))] : []),
      ...(shared ? [() => shared] : []),
      ...near.map(other => () => read(other)),
      ...(generate && near.length === 0 ? [makeUpOnce] : []),
      ...far.map(other => () => read(other)),
    ]);
  }

  private read(source: NonNullable<Change['source']>): Promise<SecretValue> {
    const { fullName, versionId } = source;
    return this.parts.clients.of(source).value(fullName, { versionId });
  }

  private once(
    key: string,
    get: () => Promise<SecretValue>,
  ): Promise<SecretValue> {
    const value = this.shared.get(key) ?? get();
    this.shared.set(key, value);
    return value;
  }
}

function read({ client, place }: Progress): Promise<SecretValue> {
  return client.value(place.fullName, { versionId: place.versionId! });
}

async function firstThatWorks(
  ways: Array<() => Promise<SecretValue>>,
): Promise<SecretValue> {
  let problem = new PlaceError(
    'not-found',
    'The value is in no place any more from which it could be copied: undo the change and make it again',
  );
  for (const [index, way] of ways.entries()) {
    try {
      return await way();
    } catch (error) {
      if (!(error instanceof PlaceError)) throw error;
      if (index === 0) problem = error;
    }
  }
  throw problem;
}
