import { people } from '../../git/demo/people';
import type { MadeSource } from '../../git/demo/sources/makeDemoSources';
import type { GitHubRepository } from '../state/GitHubRepository';
import { endedRun } from './endedRun';
import { loginOf } from './loginOf';

const DAY = 86_400_000;
/** From a pull request to the end of its checks, in milliseconds. */
const CHECKED_AFTER = 300_000;

/** Puts in a pull request for each thing that is proposed, as if they had been open for a while. */
export function openProposals(
  { book, checks, hosted }: GitHubRepository,
  { proposals, head: main }: MadeSource,
  now: number,
): void {
  for (const {
    number,
    head,
    branch,
    daysAgo,
    isBroken,
    ...said
  } of proposals) {
    const at = now - daysAgo * DAY;
    book.put({
      number,
      at,
      title: said.title,
      body: said.body,
      author: loginOf(people[said.author]),
      head: { branch, sha: head },
      base: { branch: hosted.branch, sha: main },
    });
    const ended = at + CHECKED_AFTER;
    checks.create(
      head,
      isBroken
        ? endedRun('build', 'failure', { at: ended, title: 'A test failed' })
        : endedRun('build', 'success', { at: ended }),
    );
  }
}
