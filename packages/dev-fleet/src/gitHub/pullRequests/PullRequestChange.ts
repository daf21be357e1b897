/** What became of a pull request, as webhooks tell it. */
export interface PullRequestChange {
  action:
    | 'opened'
    | 'synchronize'
    | 'closed'
    | 'reopened'
    | 'labeled'
    | 'unlabeled'
    | 'edited';
  /** Name of the label that is put on or taken off. */
  label?: string;
  /** What else is told. */
  more?: object;
  /** Login of who did it; who opened it, if absent. */
  by?: string;
}
