import { isDeepStrictEqual } from 'node:util';
import type { InputOf } from '@sphera/plugin-operations-common';
import type { beginCreation } from '@sphera/plugin-creation-common';
import type { Actor } from '@sphera/plugin-operations-node';
import { canonicalDraft } from '../creations/canonicalDraft';
import type { KeptCreation } from '../creations/KeptCreation';
import { newCreation } from '../creations/newCreation';
import {
  CreationConflictError,
  FieldError,
  NeighbourError,
  NotConfiguredError,
} from '../errors';
import { type Problem, problemsOf } from '../looking/problemsOf';
import type { ActingParts } from './ActingParts';
import { checkMayAct } from './runStep';

/**
 * Takes the name and begins, or goes on with what the same caller began with the same answers.
 * @throws FieldError for an answer that cannot be; CreationConflictError where somebody has the name
 */
export async function begin(
  parts: ActingParts,
  { task, ...answers }: InputOf<typeof beginCreation>,
  actor: Actor,
): Promise<KeptCreation> {
  const { store, clock } = parts;
  const draft = canonicalDraft(answers);
  const known = await store.named(draft.name);
  if (known) return goOn(parts, known, { draft, task, actor });
  const [problem] = await problemsOf(parts, draft);
  if (problem) throw refusalOf(problem);
  const creation = newCreation({
    draft,
    task,
    startedBy: actor.ref,
    startedAt: clock.now(),
  });
  const other = await store.add(creation);
  return other ? goOn(parts, other, { draft, task, actor }) : creation;
}

async function goOn(
  { store }: ActingParts,
  known: KeptCreation,
  {
    draft,
    task,
    actor,
  }: { draft: KeptCreation['draft']; task?: string; actor: Actor },
): Promise<KeptCreation> {
  const { name } = draft;
  if (known.startedBy !== actor.ref) {
    throw new CreationConflictError(
      `${known.startedBy} has begun to create ${name}: choose another name`,
      { creation: known.id },
    );
  }
  if (known.state === 'done' && known.task !== task) {
    throw new CreationConflictError(
      `${name} was created already: choose another name`,
      { creation: known.id },
    );
  }
  if (!isDeepStrictEqual(known.draft, draft)) {
    throw new CreationConflictError(
      `You have begun to create ${name} with other answers: give the same ones, or take that creation back first`,
      { creation: known.id },
    );
  }
  if (known.state === 'done') return known;
  return store.change(known.id, kept => {
    checkMayAct(kept, actor);
    return { ...kept, state: 'running', task: task ?? kept.task };
  });
}

function refusalOf({ field, message, isPassing }: Problem): Error {
  if (isPassing) return new NeighbourError(message, true);
  return field
    ? new FieldError(field, message)
    : new NotConfiguredError(message);
}
