import { listed } from '@sphera/plugin-operations-node';
import type { Check } from './Check';
import type { PullRequest } from './PullRequests';

/** What GitHub says of an open pull request. */
export interface OpenPullRequest {
  /** The branch that it is to come to. */
  into: string;
  /**
   * `clean`, `unstable` (checks that are not required wait or failed), `has_hooks`, `blocked`, `behind`, `dirty`
   * (conflicts), `draft`, `unknown` (GitHub is still working it out).
   */
  mergeableState: string;
  checks: Check[];
  /** Names of checks that the branch requires, where they were asked for. */
  required: string[];
}

/** Whether a pull request can be merged now, and what it waits for, in words. */
export function judge({
  into,
  mergeableState,
  checks,
  required,
}: OpenPullRequest): Pick<PullRequest, 'checks' | 'sentence'> {
  const named = (state: Check['state']) =>
    checks.filter(each => each.state === state).map(({ name }) => name);
  const failed = named('failed');
  const waiting = [
    ...named('waiting'),
    ...required.filter(name => checks.every(each => each.name !== name)),
  ];
  switch (mergeableState) {
    case 'dirty':
      return {
        checks: 'failed',
        sentence: `It conflicts with ${into}, where the same lines were changed meanwhile`,
      };
    case 'draft':
      return {
        checks: 'blocked',
        sentence: 'It is a draft: mark it as ready for review on GitHub',
      };
    case 'behind':
      return {
        checks: 'passed',
        sentence: `It has to be brought up to date with ${into} before it is merged`,
      };
    case 'clean':
    case 'has_hooks':
    case 'unstable':
      if (waiting.length) return waitsFor(waiting);
      return {
        checks: 'passed',
        sentence: failed.length
          ? `${theChecks(failed)} failed, without which it can be merged`
          : 'Its checks passed',
      };
    case 'blocked':
      if (failed.length) {
        return { checks: 'failed', sentence: `${theChecks(failed)} failed` };
      }
      if (waiting.length) return waitsFor(waiting);
      return {
        checks: 'blocked',
        sentence: `Its checks passed, but the rules of ${into} ask for more, such as a review`,
      };
    default:
      if (waiting.length) return waitsFor(waiting);
      return {
        checks: 'waiting',
        sentence: 'GitHub is still working out whether it can be merged',
      };
  }
}

function waitsFor(names: string[]): Pick<PullRequest, 'checks' | 'sentence'> {
  return {
    checks: 'waiting',
    sentence: `It waits for ${theChecks(names).replace('T', 't')}`,
  };
}

function theChecks(names: string[]): string {
  return `The check${names.length === 1 ? '' : 's'} ${listed(names)}`;
}
