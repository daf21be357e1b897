import { NotAllowedError } from '@backstage/errors';
import type { InputOf } from '@sphera/plugin-operations-common';
import type { approveStep, Step } from '@sphera/plugin-lifecycle-common';
import {
  listed,
  type OperationCall,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import { NotItsTurnError } from '../errors';
import type { Verdict } from '../path/KeptApproval';
import type { ActingParts } from './ActingParts';
import { approvalStep } from './approvalStep';
import { titlesOf } from './titlesOf';

type Call = Pick<OperationCall<typeof approveStep>, 'actor' | 'credentials'> & {
  input: InputOf<typeof approveStep>;
};

/**
 * Says yes or no to a step.
 * @throws NotAllowedError for a program, for who is no approver, and for whoever asked;
 *   NotItsTurnError where nobody asked, or somebody has answered
 */
export async function answer(
  parts: ActingParts,
  service: ServiceEntry,
  verdict: Verdict,
  { input, ...caller }: Call,
): Promise<void> {
  const { approvals, memory, standings, notices, clock } = parts;
  const step = approvalStep(standings.judgementOf(service), input.step);
  await checkApprover(parts, step, caller);
  const approval = memory.approvals(service.ref).get(input.step);
  if (step.state !== 'asked' || !approval) throw notAsked(step);
  const { ref } = caller.actor;
  if (approval.asked.by === ref) {
    throw new NotAllowedError(
      `You asked for ${step.title} yourself: another of its approvers has to answer`,
    );
  }
  const said = { verdict, by: ref, at: clock.now(), comment: input.comment };
  if (!(await approvals.answer(approval.id, said))) throw answeredAlready(step);
  notices.answered(service, step, { ...approval, answer: said });
}

async function checkApprover(
  parts: ActingParts,
  { title, approval }: Step,
  { actor, credentials }: Pick<Call, 'actor' | 'credentials'>,
): Promise<void> {
  if (actor.kind !== 'user') {
    throw new NotAllowedError(
      `${title} needs the word of a person: no program answers`,
    );
  }
  const approvers = approval!.approvers;
  const own = await parts.approvers.standingFor(credentials);
  if (approvers.some(ref => own.has(ref))) return;
  const titles = await titlesOf(approvers, parts);
  throw new NotAllowedError(
    `You are no approver of ${title}: that is for ${listed(titles)}`,
  );
}

function notAsked({ state, title, waitsFor }: Step): Error {
  if (state === 'done') return new NotItsTurnError(`${title} is done already`);
  const why = state === 'waiting' ? `: ${waitsFor.join('; ')}` : '';
  return new NotItsTurnError(`Nobody has asked for ${title} yet${why}`);
}

function answeredAlready({ title }: Step) {
  return new NotItsTurnError(`Somebody has answered ${title} in this moment`);
}
