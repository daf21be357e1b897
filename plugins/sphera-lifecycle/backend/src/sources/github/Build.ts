/** One check or status of a commit. */
export interface Check {
  name: string;
  state: 'good' | 'bad' | 'running';
  /** Where one sees it. */
  url?: string;
}

/** How the build of a commit stands: `none`, where nothing was checked. */
export interface Build {
  state: 'none' | 'running' | 'passed' | 'failed';
  checks: readonly Check[];
}

/** How the build of a commit stands, from all its checks. */
export function buildOf(checks: readonly Check[]): Build {
  const has = (state: Check['state']) =>
    checks.some(each => each.state === state);
  if (checks.length === 0) return { state: 'none', checks };
  // Another check may still fail, but this one has.
  if (has('bad')) return { state: 'failed', checks };
  return { state: has('running') ? 'running' : 'passed', checks };
}
