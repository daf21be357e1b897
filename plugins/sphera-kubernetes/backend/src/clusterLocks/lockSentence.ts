import { parseEntityRef } from '@backstage/catalog-model';
import type { Lock } from '@sphera/plugin-locks-common';
import type { ClusterAction } from './ClusterAction';

const DEEDS: Record<ClusterAction, string> = {
  deploy: 'Deploys',
  restart: 'Restarts',
  scale: 'Scaling',
};
const NAMED = 3;
// API servers drop a sentence of more than 5 KiB.
const LONGEST_REASON = 300;

/**
 * What somebody reads whom a cluster refuses something, in one line:
 * `Deploys of quotes in production: locked by dana until somebody unlocks: incident 4711`.
 */
export function lockSentence(
  locks: Lock[],
  place: { action: ClusterAction; service?: string; environment: string },
): string {
  const { action, service, environment } = place;
  const of = service === undefined ? '' : ` of ${nameOf(service)}`;
  const named = locks.slice(0, NAMED).map(clause);
  const others = locks.length - named.length;
  return [
    `${DEEDS[action]}${of} in ${environment}: ${named.join('; ')}`,
    ...(others > 0 ? [`; and ${others} more locks`] : []),
  ].join('');
}

function clause({ placedBy, window, expiresAt, reason }: Lock): string {
  const by = window === undefined ? '' : ' (freeze window)';
  const until = expiresAt ?? 'somebody unlocks';
  return `locked by ${nameOf(placedBy)}${by} until ${until}: ${brief(reason)}`;
}

/** A program or the configuration has no entity ref, and is named as it is. */
function nameOf(who: string): string {
  return who.includes(':') ? parseEntityRef(who).name : who;
}

function brief(reason: string): string {
  const line = reason.replace(/\s+/g, ' ');
  return line.length > LONGEST_REASON
    ? `${line.slice(0, LONGEST_REASON)}…`
    : line;
}
