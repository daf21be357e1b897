import type { Application } from './Applications';
import { isAutomatic, isSynced, type ArgoApplication } from './ArgoApplication';

/**
 * @param parent - the application that brings it, if one does
 * @param serverUrl - where its page is, without a slash at the end
 */
export function toApplication(
  application: ArgoApplication,
  parent: ArgoApplication | undefined,
  serverUrl: string,
): Application {
  const turn = parent && !isSynced(parent) ? parent : application;
  const all = parent ? [application, parent] : [application];
  return {
    name: application.metadata.name,
    sync: turn.status?.sync?.status ?? 'Unknown',
    health: application.status?.health?.status ?? 'Unknown',
    revisions: all.flatMap(revisionsOf),
    operation: operationOf(turn),
    isAutomatic: isAutomatic(turn),
    url: urlOf(application, serverUrl),
  };
}

function revisionsOf({ status }: ArgoApplication): string[] {
  const { revision, revisions = [] } = status?.sync ?? {};
  return revision ? [revision] : revisions;
}

function operationOf({
  operation,
  status,
}: ArgoApplication): Application['operation'] {
  if (operation) {
    return { phase: 'Running', revision: operation.sync?.revision };
  }
  const state = status?.operationState;
  return (
    state && {
      phase: state.phase ?? 'Running',
      message: state.message,
      revision:
        state.syncResult?.revision ??
        state.syncResult?.revisions?.[0] ??
        state.operation?.sync?.revision,
    }
  );
}

function urlOf({ metadata }: ArgoApplication, serverUrl: string): string {
  const { namespace, name } = metadata;
  const path = namespace ? [namespace, name] : [name];
  return `${serverUrl}/applications/${path.map(encodeURIComponent).join('/')}`;
}
