import {
  approveStep,
  beginLifecycle,
  type Lifecycle,
  refreshFacts,
  rejectStep,
  requestApproval,
} from '@sphera/plugin-lifecycle-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { type Asking, forCaller } from '../looking/forCaller';
import { serviceOf } from '../looking/serviceOf';
import type { ActingParts } from './ActingParts';
import { answer } from './answerApproval';
import { begin } from './beginLifecycle';
import { request } from './requestApproval';

/** Opens the doors of the operations that change something. */
export function handleActing(parts: ActingParts): void {
  const { operations } = parts;
  operations.handle(beginLifecycle, async call => {
    const { input, actor } = call;
    const service = await serviceOf(parts, input.service);
    await parts.memory.read(service.ref);
    await begin(parts, service, { actor, startedBy: input.startedBy });
    return settled(parts, service, call);
  });
  operations.handle(requestApproval, async call => {
    const { input, actor } = call;
    const service = await settledService(parts, input.service);
    await request(parts, service, input, actor);
    return settled(parts, service, call);
  });
  operations.handle(approveStep, async call => {
    const service = await settledService(parts, call.input.service);
    await answer(parts, service, 'approved', call);
    return settled(parts, service, call);
  });
  operations.handle(rejectStep, async call => {
    const service = await settledService(parts, call.input.service);
    await answer(parts, service, 'rejected', call);
    return settled(parts, service, call);
  });
  operations.handle(refreshFacts, async call => {
    const { input } = call;
    const service = await serviceOf(parts, input.service);
    await parts.facts.refresh(service.ref);
    return settled(parts, service, call);
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
  parts: ActingParts,
  service: ServiceEntry,
  caller: Asking,
): Promise<Lifecycle> {
  const { progress, standings, names } = parts;
  await progress.settle(service);
  const found = await names.naming(() => standings.lifecycleOf(service));
  return forCaller(found, parts, caller);
}
