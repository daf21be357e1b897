import type { ImageState } from '@sphera/plugin-rollback-common';
import type { Clock } from '@sphera/plugin-operations-node';
import { Semaphore } from 'async-mutex';
import type { RollbackSettings } from '../../settings/RollbackSettings';
import { ImageMemory } from './ImageMemory';
import type { Images } from './Images';
import { RegistryClient } from './RegistryClient';

/** How long an answer may take from when it is asked for, in milliseconds: a page waits for it. */
const ANSWER_WITHIN = 2_000;
/** Requests at a time, to all registries together. */
const AT_ONCE = 6;

/** The registries of the configuration. */
export function openImages({
  settings,
  clock,
  answerWithin = ANSWER_WITHIN,
}: {
  settings: Pick<RollbackSettings, 'registries'>;
  clock: Pick<Clock, 'now'>;
  /** In milliseconds. */
  answerWithin?: number;
}): Images {
  const memory = new ImageMemory(clock);
  const gate = new Semaphore(AT_ONCE);
  const registries = new Map(
    settings.registries.map(registry => [
      registry.host,
      new RegistryClient(registry, clock),
    ]),
  );

  async function ask(image: string, tag: string): Promise<ImageState> {
    const [host, ...name] = image.split('/');
    const registry = registries.get(host);
    if (!registry) return 'unknown';
    const signal = AbortSignal.timeout(answerWithin);
    try {
      return await gate.runExclusive(async () => {
        signal.throwIfAborted();
        return registry.stateOf(name.join('/'), tag, signal);
      });
    } catch {
      return 'unknown';
    }
  }

  return {
    stateOf: (image, tag) =>
      memory.of(`${image}:${tag}`, () => ask(image, tag)),
  };
}
