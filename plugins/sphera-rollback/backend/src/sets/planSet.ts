import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { FieldError, type ServiceEntry } from '@sphera/plugin-operations-node';
import type { Plan, SetPlan } from '@sphera/plugin-rollback-common';
import { Semaphore } from 'async-mutex';
import { NoLayoutError, SpotError } from '../errors';
import { RepositoryError } from '@sphera/plugin-git-node';
import { describePlan } from '../plans/describePlan';
import type { PlanParts } from '../plans/PlanParts';
import type { Freshness, SetWish } from '../plans/Plans';
import { historyOf } from '../reading/historyOf';
import { filesAt } from './filesAt';

/** More at once would only wait for the same repository. */
const AT_ONCE = 4;

/** A service that stays as it is, and why. */
type Other = SetPlan['others'][number];

/** One service that cannot be read does not keep the others from going back. */
const isOfTheService = (error: unknown): error is Error =>
  error instanceof NoLayoutError ||
  error instanceof SpotError ||
  error instanceof RepositoryError;

/**
 * What it would take to have a system as it was at a moment.
 * @throws FieldError for a moment that is still to come, or a system without services
 */
export async function planSet(
  parts: PlanParts,
  wish: SetWish,
  freshness: Freshness = {},
): Promise<SetPlan> {
  const { environment, at } = wish;
  if (Date.parse(at) > parts.clock.now()) {
    throw new FieldError('at', 'must be a moment that is over');
  }
  const system = systemRef(wish.system);
  const found = await servicesOf(parts, system);
  const few = new Semaphore(AT_ONCE);
  const begun = parts.clock.now();
  // What was fetched for the first one is fresh enough for all.
  const maxAge = () =>
    freshness.maxAge === undefined
      ? undefined
      : freshness.maxAge + parts.clock.now() - begun;
  const planned = await Promise.all(
    found.map(service =>
      few.runExclusive(() =>
        planOne(parts, { service, environment, at, maxAge: maxAge() }),
      ),
    ),
  );
  return {
    system,
    environment,
    at,
    plans: planned.flatMap(one => ('id' in one ? one : [])),
    others: planned.flatMap(one => ('id' in one ? [] : one)),
  };
}

async function planOne(
  parts: PlanParts,
  question: {
    service: ServiceEntry;
    environment: string;
    at: string;
    maxAge?: number;
  },
): Promise<Plan | Other> {
  const { service, environment, at } = question;
  const stays = (sentence: string) => ({ service: service.ref, sentence });
  try {
    const history = await historyOf(parts, question, 'regions');
    const then = filesAt(history, at);
    if (then.changed.length === 0) return stays(then.sentence);
    const change = { service, environment, history, files: then.changed };
    return await describePlan(parts, change);
  } catch (error) {
    if (isOfTheService(error)) return stays(error.message);
    throw error;
  }
}

function systemRef(name: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(name, {
        defaultKind: 'system',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    throw new FieldError(
      'system',
      'must name a system, like selling or system:default/selling',
    );
  }
}

async function servicesOf(
  { directory }: Pick<PlanParts, 'directory'>,
  ref: string,
): Promise<ServiceEntry[]> {
  const services = (await directory.list())
    .filter(({ system }) => system === ref)
    .sort((a, b) => a.ref.localeCompare(b.ref));
  if (services.length > 0) return services;
  throw new FieldError(
    'system',
    `must be a system of the catalog with services: ${ref} has none`,
  );
}
