import { type Fleet, titleOf } from '@sphera/plugin-fleet-common';
import type { Words } from './states/driftSentences';

/** What sentences of this moment are made with. */
export function wordsOf({
  fleet,
  now,
}: {
  fleet: Pick<Fleet, 'regions'>;
  now: () => number;
}): Words {
  return { region: name => titleOf(fleet.regions, name), now: now() };
}
