import type { ServiceDeployments } from '@sphera/plugin-kubernetes-common';
import {
  Page,
  pageOfList,
  PageQuestion,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import { Dates } from '../Dates';
import type { UndatedDrift } from '../drift/Running';
import type { ReadingParts } from '../ReadingParts';
import type { ViewedDeployment } from '../ServiceView';
import { driftLookup } from './driftAskedFor';

/** What the matrix is asked for. */
export interface MatrixQuestion extends PageQuestion {
  /** Words that name, title, owner or version must all contain. */
  text?: string;
  /** Owner: entity ref, or name of a group. */
  team?: string;
  environment?: string;
  only?: 'drift' | 'unhealthy';
  /** Entity refs, one of which must own the service. */
  ownedBy?: readonly string[];
  /** Entity refs; absent: all. */
  services?: readonly string[];
}

interface Row {
  entry: ServiceEntry;
  deployments: ViewedDeployment[];
  drift: UndatedDrift[];
}

/** Services that run anywhere, by title, each with all that runs of it. @throws FieldError for a wrong cursor */
export async function listServices(
  parts: Pick<ReadingParts, 'memory' | 'views' | 'services' | 'deeds'>,
  question: MatrixQuestion,
): Promise<Page<ServiceDeployments>> {
  const { environment } = question;
  const [entries, driftOf] = await Promise.all([
    parts.services.list(),
    driftLookup(parts),
  ]);
  const here = (place: { environment: string }) =>
    environment === undefined || place.environment === environment;
  const views = parts.views.all();
  const filters = filtersOf(question);
  const rows = entries.flatMap((entry): Row[] => {
    const view = views.get(entry.ref);
    if (!view) return [];
    const row = {
      entry,
      deployments: view.deployments.filter(({ answer }) => here(answer)),
      drift: driftOf(view).filter(here),
    };
    const found = row.deployments.length > 0 && filters.every(f => f(row));
    return found ? [row] : [];
  });
  const dates = new Dates(parts.memory);
  return pageOfList('services', rows, question, row => toRow(row, dates));
}

function filtersOf(question: MatrixQuestion): Array<(row: Row) => boolean> {
  const { text, team, only, ownedBy, services } = question;
  const words = text?.toLowerCase().split(/\s+/) ?? [];
  const asked = services && new Set(services);
  return [
    ...(asked ? [({ entry }: Row) => asked.has(entry.ref)] : []),
    ...(words.length ? [(row: Row) => containsAll(row, words)] : []),
    ...(team ? [({ entry }: Row) => isOf(entry, team.toLowerCase())] : []),
    ...(ownedBy
      ? [({ entry }: Row) => entry.owners.some(one => ownedBy.includes(one))]
      : []),
    ...(only === 'drift' ? [({ drift }: Row) => drift.length > 0] : []),
    ...(only === 'unhealthy' ? [isUnhealthy] : []),
  ];
}

function containsAll(
  { entry, deployments }: Row,
  words: readonly string[],
): boolean {
  const versions = deployments.map(({ answer }) => answer.version);
  const text = [entry.ref, entry.title, ...entry.owners, ...versions]
    .join('\n')
    .toLowerCase();
  return words.every(word => text.includes(word));
}

function isOf({ owners }: ServiceEntry, team: string): boolean {
  return owners.some(owner => {
    const ref = owner.toLowerCase();
    return ref === team || ref.split('/').pop() === team;
  });
}

function isUnhealthy({ deployments }: Row): boolean {
  return deployments.some(
    ({ answer: { health, rollout } }) =>
      health === 'degraded' || health === 'down' || rollout.state === 'stuck',
  );
}

function toRow(
  { entry, deployments, drift }: Row,
  dates: Dates,
): ServiceDeployments {
  return {
    service: entry.ref,
    title: entry.title,
    owners: entry.owners,
    deployments: deployments.map(({ answer }) => {
      const {
        service: _service,
        images: _images,
        environment: _environment,
        region: _region,
        ...rest
      } = dates.date(answer);
      return rest;
    }),
    drift: drift.map(one => {
      const { service: _, ...rest } = dates.dateDrift(one);
      return rest;
    }),
  };
}
