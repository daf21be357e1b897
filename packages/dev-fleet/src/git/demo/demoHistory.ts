import type { ImportedCommit } from '../fastImport';
import { adjustmentsOf } from './adjustmentsOf';
import type { DemoFile, FileState } from './DemoFile';
import { demoFiles } from './demoFiles';
import { deploymentsOf } from './deploymentsOf';
import type { FileChange } from './FileChange';
import { host } from './people';
import { surroundingFiles } from './surroundingFiles';

const DAY = 86_400_000;

/** The number that the first pull request has. */
const FIRST_NUMBER = 172;

/** The repositories of the demo company; nobody pushes to `main` of one of them. */
export const demoRepositories: Array<{
  name: DemoFile['repository'];
  protectedBranches: string[];
}> = [
  { name: 'kestrel-parcels/deployments', protectedBranches: [] },
  {
    name: 'kestrel-parcels/billing-deployments',
    protectedBranches: ['main'],
  },
];

/** What was committed to a repository of the demo company until now, the oldest first. */
export function demoHistory(
  repository: DemoFile['repository'],
  now: number,
): ImportedCommit[] {
  const states = new Map<DemoFile, FileState>();
  const changes = demoFiles
    .filter(file => file.repository === repository)
    .flatMap(file => {
      const deployments = deploymentsOf(file, now);
      const { begin, changes: others } = adjustmentsOf(file, {
        from: deployments[0].at,
        until: now - DAY,
      });
      states.set(file, { ...begin, version: '' });
      return [...deployments, ...others];
    })
    .sort((one, other) => one.at - other.at);
  let number = FIRST_NUMBER;
  const commits = changes.map((each): ImportedCommit => {
    const { file, change, at, author, hasPullRequest } = each;
    const state = { ...states.get(file)!, ...change };
    states.set(file, state);
    return {
      files: { [file.path]: file.write(state) },
      message: messageOf(each, hasPullRequest ? number++ : undefined),
      author,
      committer: hasPullRequest ? host : author,
      at,
    };
  });
  return [...surroundingFiles(repository, now), ...commits].sort(
    (one, other) => one.at - other.at,
  );
}

function messageOf(
  { subject, body = [] }: FileChange,
  number: number | undefined,
): string {
  const first = number === undefined ? subject : `${subject} (#${number})`;
  return `${[first, ...body].join('\n\n')}\n`;
}
