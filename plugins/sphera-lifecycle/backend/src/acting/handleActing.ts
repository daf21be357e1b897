import {
  approveStep,
  beginLifecycle,
  type Lifecycle,
  refreshFacts,
  rejectStep,
  requestApproval,
} from '@sphera/plugin-lifecycle-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { serviceOf } from '../looking/serviceOf';
import type { ActingParts } from './ActingParts';
import { answer } from './answerApproval';
import { begin } from './beginLifecycle';
import { request } from './requestApproval';

/** Opens the doors of the operations that change something. */
export function handleActing(parts: ActingParts): void {
  const { operations } = parts;
  operations.handle(beginLifecycle, async ({ input, actor }) => {
    const service = await serviceOf(parts, input.service);
    await parts.memory.read(service.ref);
    await begin(parts, service, { actor, startedBy: input.startedBy });
    return settled(parts, service);
  });
  operations.handle(requestApproval, async ({ input, actor }) => {
    const service = await settledService(parts, input.service);
    await request(parts, service, input, actor);
    return settled(parts, service);
  });
  operations.handle(approveStep, async call => {
    const service = await settledService(parts, call.input.service);
    await answer(parts, service, 'approved', call);
    return settled(parts, service);
  });
  operations.handle(rejectStep, async call => {
    const service = await settledService(parts, call.input.service);
    await answer(parts, service, 'rejected', call);
    return settled(parts, service);
  });
  operations.handle(refreshFacts, async ({ input }) => {
    const service = await serviceOf(parts, input.service);
    await parts.facts.refresh(service.ref);
    return settled(parts, service);
  });
}

/** A service as it stands now, whatever this replica remembers of it; one that is new here is looked at first. */
async function settledService(
  parts: ActingParts,
  ref: string,
): Promise<ServiceEntry> {
  const service = await serviceOf(parts, ref);
  if (!parts.memory.kept(ref)) await parts.facts.refresh(ref);
  await parts.progress.settle(service, { atOnce: true });
  return service;
}

async function settled(
  { progress, standings }: ActingParts,
  service: ServiceEntry,
): Promise<Lifecycle> {
  await progress.settle(service);
  return standings.lifecycleOf(service);
}
