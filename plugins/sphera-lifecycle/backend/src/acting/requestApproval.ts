import type { InputOf } from '@sphera/plugin-operations-common';
import type { requestApproval, Step } from '@sphera/plugin-lifecycle-common';
import {
  type Actor,
  listed,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import { NotItsTurnError } from '../errors';
import type { ActingParts } from './ActingParts';
import { approvalStep } from './approvalStep';
import { titlesOf } from './titlesOf';

/**
 * Asks the approvers of a step, once its turn has come.
 * @throws NotItsTurnError where it has not, or where it is asked for already, or nobody else could say yes
 */
export async function request(
  parts: ActingParts,
  service: ServiceEntry,
  { step: name, comment }: InputOf<typeof requestApproval>,
  actor: Actor,
): Promise<void> {
  const { approvals, approvers, memory, standings, notices, clock, newId } =
    parts;
  const step = approvalStep(standings.judgementOf(service), name);
  if (step.state === 'asked') throw await askedAlready(step, parts);
  checkTurn(step);
  const who = step.approval!.approvers;
  if (!(await approvers.hasOther(who, actor.ref))) {
    const titles = await titlesOf(who, parts);
    throw new NotItsTurnError(
      `Nobody but you could approve ${step.title}, which is for ${listed(
        titles,
      )}: nobody approves what they asked for`,
    );
  }
  const asked = { by: actor.ref, at: clock.now(), comment };
  const isAsked = await approvals.ask({
    id: newId(),
    service: service.ref,
    step: name,
    life: memory.kept(service.ref)!.beganAt,
    asked,
  });
  if (!isAsked) throw await askedAlready(step, parts);
  notices.asked(service, step, asked);
}

function checkTurn(step: Step): void {
  const { state, title, waitsFor } = step;
  if (state === 'open' || state === 'rejected') return;
  if (state === 'waiting') {
    throw new NotItsTurnError(
      `The turn of ${title} has not come: ${waitsFor.join('; ')}`,
    );
  }
  throw new NotItsTurnError(
    state === 'done'
      ? `${title} is done already`
      : `${title} is not needed for this service`,
  );
}

async function askedAlready({ title, approval }: Step, parts: ActingParts) {
  const isKnown = approval?.asked && !approval.answered;
  const who = isKnown
    ? (await parts.titles.person(approval.asked!.by)).title
    : 'Somebody';
  return new NotItsTurnError(
    `${who} has asked for ${title} already: its approvers have to answer`,
  );
}
