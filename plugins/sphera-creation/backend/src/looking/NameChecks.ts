import {
  type checkName,
  type NAME_PLACES,
  newNameField,
  serviceRefOf,
} from '@sphera/plugin-creation-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import type { ActingParts } from '../acting/ActingParts';
import { withinTime } from './withinTime';

/** Somebody waits for the answer while typing. */
const ANSWER_WITHIN_MS = 3_000;
const KEEP_MS = 3_000;
const KEEP_AT_MOST = 500;

type NameCheck = OutputOf<typeof checkName>;
/** What one place says. */
export type Finding = NameCheck['findings'][number];
type Place = (typeof NAME_PLACES)[number];

const SAID: Record<Exclude<Place, 'format'>, [free: string, taken: string]> = {
  catalog: [
    'No service of the catalog is called so',
    'A service of the catalog is called so',
  ],
  creations: ['Nobody is creating it', 'Somebody has begun to create it'],
  github: [
    'No repository is called so',
    'A repository of the organization is called so',
  ],
  registry: [
    'No image repository is called so',
    'An image repository is called so',
  ],
};

const NAMES: Record<Place, string> = {
  format: 'The portal',
  catalog: 'The catalog',
  creations: 'The database of the portal',
  github: 'GitHub',
  registry: 'The image registry',
};

/** Whether names are free; what was just asked is not asked again. */
export class NameChecks {
  readonly #kept = new Map<
    string,
    { at: number; answer: Promise<NameCheck> }
  >();

  constructor(
    private readonly parts: Pick<
      ActingParts,
      'clock' | 'directory' | 'images' | 'repositories' | 'settings' | 'store'
    >,
  ) {}

  /** The answer, at most a few seconds old. */
  async check(name: string): Promise<NameCheck> {
    const now = this.parts.clock.now();
    const kept = this.#kept.get(name);
    if (kept && now - kept.at < KEEP_MS) return kept.answer;
    if (this.#kept.size >= KEEP_AT_MOST) this.#kept.clear();
    const answer = this.ask(name);
    this.#kept.set(name, { at: now, answer });
    const { findings } = await answer;
    // What nobody could tell may be known in a moment.
    if (findings.some(({ state }) => state === 'unknown')) {
      this.#kept.delete(name);
    }
    return answer;
  }

  /** The answer of now. @param within - milliseconds that each place has */
  async ask(name: string, within = ANSWER_WITHIN_MS): Promise<NameCheck> {
    const format = this.#formOf(name);
    const findings =
      format.state === 'wrong'
        ? [format]
        : [format, ...(await Promise.all(this.#places(name, within)))];
    const isFree = findings.every(({ state }) => state === 'free');
    return { name, isFree, findings };
  }

  #formOf(name: string): Finding {
    const parsed = newNameField.safeParse(name);
    if (!parsed.success) {
      const sentence = `A name ${parsed.error.issues[0].message}`;
      return { where: 'format', state: 'wrong', sentence };
    }
    return this.parts.settings.reserved.includes(name)
      ? {
          where: 'format',
          state: 'wrong',
          sentence: `${name} is reserved: choose another name`,
        }
      : { where: 'format', state: 'free', sentence: 'It fits everywhere' };
  }

  #places(name: string, within: number): Array<Promise<Finding>> {
    const { directory, store, repositories, images } = this.parts;
    const asked: Array<[Exclude<Place, 'format'>, Promise<unknown>]> = [
      ['catalog', directory.get(serviceRefOf(name), { fresh: true })],
      ['creations', store.named(name)],
    ];
    if (repositories) asked.push(['github', repositories.exists(name)]);
    if (images) asked.push(['registry', images.exists(name)]);
    return asked.map(async ([where, answer]): Promise<Finding> => {
      try {
        const isTaken = await withinTime(within, answer, this.parts.clock);
        const [free, taken] = SAID[where];
        return isTaken
          ? { where, state: 'taken', sentence: taken }
          : { where, state: 'free', sentence: free };
      } catch (error) {
        return { where, state: 'unknown', sentence: whyUnknown(where, error) };
      }
    });
  }
}

function whyUnknown(where: Place, error: unknown): string {
  const { name, message } = error as Error;
  if (name === 'NeighbourError') return message;
  return `${NAMES[where]} did not answer in time: try again in a moment`;
}
