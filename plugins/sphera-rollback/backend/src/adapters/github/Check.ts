/** What looked at a commit: a check run or a commit status, which GitHub has side by side. */
export interface Check {
  name: string;
  state: 'passed' | 'waiting' | 'failed';
}
