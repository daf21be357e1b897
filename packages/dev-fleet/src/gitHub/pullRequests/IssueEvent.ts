import type { PullRequest } from './PullRequest';
import type { PullRequestChange } from './PullRequestChange';

/** What happened to a pull request and is told of it for good. */
export interface IssueEvent {
  id: number;
  event:
    | 'labeled'
    | 'unlabeled'
    | 'closed'
    | 'reopened'
    | 'merged'
    | 'base_ref_changed';
  /** Login. */
  actor: string;
  /** In milliseconds. */
  at: number;
  /** Name of the label that it is about. */
  label?: string;
  /** The commit that merged it. */
  commit?: string;
}

/** What a change is called among the events of a pull request, in their order; none for what is told by webhooks alone. */
export function eventsOf(
  { action, label, more = {} }: PullRequestChange,
  { merged }: PullRequest,
): Array<Pick<IssueEvent, 'event' | 'label' | 'commit'>> {
  switch (action) {
    case 'labeled':
    case 'unlabeled':
      return [{ event: action, label }];
    case 'closed':
      return merged
        ? [{ event: 'merged', commit: merged.commit }, { event: 'closed' }]
        : [{ event: 'closed' }];
    case 'reopened':
      return [{ event: 'reopened' }];
    case 'edited': {
      const { changes = {} } = more as { changes?: object };
      return 'base' in changes ? [{ event: 'base_ref_changed' }] : [];
    }
    default:
      return [];
  }
}
