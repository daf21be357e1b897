import { coAuthor } from '../people/coAuthor';
import type { KeptRollback } from './KeptRollback';

const one = (text: string) => text.replace(/\s+/g, ' ').trim();
const versions = (all: string[]) => [...new Set(all)].join(', ');

/** First line of its commit, and title of its pull request: `Roll back quotes in production to 4.11.7`. */
export function commitSubject(rollback: KeptRollback, name: string): string {
  const { kind, environment } = rollback;
  const to = versions(rollback.files.map(file => file.to));
  return kind === 'rollback'
    ? `Roll back ${name} in ${environment} to ${to}`
    : `Roll ${name} in ${environment} forward to ${to}`;
}

/** What follows the subject: why, and trailers by which sphera finds its own commits. */
export function commitBody(rollback: KeptRollback): string {
  const { id, undoes, files, author, reason } = rollback;
  const trailers: Array<[string, string | undefined]> = [
    ['Sphera-Operation', id],
    ['Sphera-Rollback-From', versions(files.map(({ from }) => from))],
    ['Sphera-Rollback-To', versions(files.map(({ to }) => to))],
    ['Sphera-Undoes', undoes],
    ['Co-authored-by', coAuthor(author)],
  ];
  const lines = trailers.flatMap(([key, value]) =>
    value === undefined ? [] : `${key}: ${one(value)}`,
  );
  return `${reason.trim()}\n\n${lines.join('\n')}\n`;
}

/** The whole message of a commit. @param name - of the service */
export const commitMessage = (rollback: KeptRollback, name: string): string =>
  `${commitSubject(rollback, name)}\n\n${commitBody(rollback)}`;
