import type { NewChange, NewWish } from '../storage/FlagStore';
import type { ActingParts } from './ActingParts';
import type { Ask } from './carryOut';
import { presentCells } from './choosing/presentCells';
import { conflictError } from './conflictError';
import { definitionOff } from './definitions/definitionOff';
import { differs } from './definitions/differs';
import type { Look } from './look';
import { newChange } from './newChange';
import { placeWords } from './words/wishWords';

/**
 * Switches a flag off in every cluster, whatever is under way: a roll-out ends where it is.
 * @throws FlagConflictError where it is retired
 */
export async function decideKill(
  parts: ActingParts,
  { flag, cells }: Look,
  ask: Ask,
): Promise<NewChange[]> {
  const { settings, fleet, titles } = parts;
  if (flag.retiredAt !== undefined) {
    throw await conflictError(parts, flag.flag, { kind: 'retired', flag });
  }
  const wishes = presentCells(cells).flatMap<NewWish>(({ cluster, wanted }) => {
    const definition = definitionOff(wanted.definition);
    return differs(wanted.definition, definition)
      ? [{ cluster, definition }]
      : [];
  });
  const isRolledOut = flag.rollout !== undefined;
  if (wishes.length === 0 && !isRolledOut) return [];
  const off = wishes.map(({ cluster }) => cluster);
  const sentence = [
    off.length > 0 && `Switched off in ${placeWords(fleet, off)}`,
    isRolledOut && 'Roll-out ended',
  ];
  const change = newChange(parts, ask, {
    kind: 'kill',
    flag,
    cells,
    standsOn: settings.clusters,
    wishes,
    sentence: sentence.filter(Boolean).join('; '),
  });
  if (!isRolledOut) return [change];
  const { title } = await titles.person(ask.by);
  return [
    { ...change, endsRollout: `${title} switched the flag off everywhere` },
  ];
}
