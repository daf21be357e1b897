import { archives } from './archives';
import { branches } from './branches';
import { branchProtection } from './branchProtection';
import type { Call, Route } from './Call';
import { checkRuns } from './checkRuns';
import { collaborators } from './collaborators';
import { comments } from './comments';
import { commits } from './commits';
import { contents } from './contents';
import { gitObjects } from './gitObjects';
import { gitRefs } from './gitRefs';
import { graphQl } from './graphQl';
import { hooks, organizationHooks } from './hooks';
import { installation } from './installation';
import { issueEvents } from './issueEvents';
import { labels } from './labels';
import { organizations } from './organizations';
import { pulls } from './pulls';
import { repositories } from './repositories';
import { reviews } from './reviews';
import { organizationRulesets, rulesets } from './rulesets';
import { statuses } from './statuses';
import { teams } from './teams';
import { workflowSettings } from './workflowSettings';

/** A route with the pattern of its path. */
type Known<C extends Call> = Route<C> & { pattern: RegExp };

/** After `/repos/{owner}/{repo}`; the first that fits answers. */
export const repositoryRoutes = [
  ...repositories,
  ...archives,
  ...branchProtection,
  ...branches,
  ...rulesets,
  ...checkRuns,
  ...statuses,
  ...commits,
  ...contents,
  ...gitRefs,
  ...gitObjects,
  ...reviews,
  ...pulls,
  ...issueEvents,
  ...comments,
  ...labels,
  ...collaborators,
  ...hooks,
  ...workflowSettings,
].map(known);

/** Those that are about no repository, or about one of an organisation. */
export const globalRoutes = [
  ...graphQl,
  ...[
    ...organizations,
    ...organizationRulesets,
    ...organizationHooks,
    ...teams,
    ...installation,
  ].map(route => ({ ...route, path: `/api/v3${route.path}` })),
].map(known);

/** The route of a call, with what stands in its places. */
export function findRoute<C extends Call>(
  routes: ReadonlyArray<Known<C>>,
  method: string,
  path: string,
): { route: Route<C>; parts: string[] } | undefined {
  for (const route of routes) {
    const match = route.method === method && route.pattern.exec(path);
    if (match) return { route, parts: match.slice(1).map(decoded) };
  }
  return undefined;
}

function known<C extends Call>(route: Route<C>): Known<C> {
  const written = route.path.replace(/[:*]/g, place =>
    place === ':' ? '([^/]+)' : '(.+)',
  );
  return { ...route, pattern: new RegExp(`^${written}$`) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
