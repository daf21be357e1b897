import type { InputOf, OutputOf } from '@sphera/plugin-operations-common';
import type { listLifecycles, Standing } from '@sphera/plugin-lifecycle-common';
import {
  byText,
  type OperationCall,
  pageOfList,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import type { ActingParts } from '../acting/ActingParts';
import { FieldError } from '../errors';
import type { Judgement } from '../path/judge';

type Question = InputOf<typeof listLifecycles>;

interface Row {
  standing: Standing;
  service: ServiceEntry;
}

/** Where all services stand that match: those that are stuck first, then by title. */
export async function list(
  parts: ActingParts,
  call: OperationCall<typeof listLifecycles>,
): Promise<OutputOf<typeof listLifecycles>> {
  const { path, directory, standings, names } = parts;
  const { input } = call;
  const stages = [...path.way, ...(path.end ? [path.end] : [])];
  checkStage(stages, input.stage);
  const canAnswer = input.answerable ? await answering(parts, call) : undefined;
  const services = await directory.list();
  const rows = await names.naming(() =>
    services
      .filter(service => isAbout(input, service))
      .filter(service => canAnswer?.(standings.judgementOf(service)) ?? true)
      .map(service => ({ service, standing: standings.standingOf(service) }))
      .filter(({ standing }) => isSo(input, standing)),
  );
  const shown = rows
    .filter(({ standing }) => !input.stage || standing.stage === input.stage)
    .sort(stuckFirst);
  return {
    ...pageOfList('lifecycles', shown, input, ({ standing }) => standing),
    stages: stages.map(stage => {
      const { name, title } = stage;
      const inStage = rows.filter(({ standing }) => standing.stage === name);
      return {
        name,
        title,
        isEnd: stage === path.end ? true : undefined,
        services: inStage.length,
        stuck: inStage.filter(({ standing }) => standing.isStuck).length,
      };
    }),
  };
}

function checkStage(stages: Array<{ name: string }>, stage?: string): void {
  if (stage === undefined || stages.some(({ name }) => name === stage)) return;
  const names = stages.map(({ name }) => name).join(', ');
  throw new FieldError('stage', `must be one of ${names}`);
}

function isAbout(
  { owner, type, search }: Question,
  service: ServiceEntry,
): boolean {
  const part = search?.trim().toLowerCase();
  return (
    (!owner || service.owners.includes(owner.toLowerCase())) &&
    (!type || service.type === type) &&
    (!part ||
      service.name.toLowerCase().includes(part) ||
      service.title.toLowerCase().includes(part))
  );
}

function isSo({ stuck, asked }: Question, standing: Standing) {
  return (!stuck || standing.isStuck) && (!asked || standing.asked.length > 0);
}

/** Whether the caller may answer something that is asked. */
async function answering(
  { approvers }: ActingParts,
  { actor, credentials }: OperationCall<typeof listLifecycles>,
): Promise<(judgement: Judgement) => boolean> {
  if (actor.kind !== 'user') {
    throw new FieldError('answerable', 'is for people: no program answers');
  }
  const own = await approvers.standingFor(credentials);
  return ({ asked }) =>
    asked.some(
      ({ approval }) =>
        approval?.asked?.by !== actor.ref &&
        approval?.approvers.some(ref => own.has(ref)),
    );
}

function stuckFirst(one: Row, other: Row): number {
  return (
    Number(other.standing.isStuck) - Number(one.standing.isStuck) ||
    byText(one.service.title, other.service.title) ||
    byText(one.service.ref, other.service.ref)
  );
}
