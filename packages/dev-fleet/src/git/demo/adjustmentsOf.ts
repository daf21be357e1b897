import { hashOf, seededRandom } from '../../kubernetes/random';
import type { DemoFile, FileState } from './DemoFile';
import type { FileChange } from './FileChange';
import { people, teams } from './people';

const DAY = 86_400_000;

/** What had to become more, by what it became. */
const LESS_MEMORY: Record<string, string> = {
  '128Mi': '96Mi',
  '512Mi': '384Mi',
  '1Gi': '768Mi',
  '2Gi': '1536Mi',
  '3Gi': '2Gi',
  '4Gi': '3Gi',
};

/** Something that was changed in a file, and what it was before. */
interface Adjustment {
  before: Partial<FileState>;
  after: Partial<FileState>;
  subject: string;
}

/** What a file says in the end, but for its version. */
const finalState = ({ service }: DemoFile): Omit<FileState, 'version'> => ({
  replicas: service.replicas,
  memory: service.limits.memory,
  logLevel: 'info',
});

/**
 * Changes of a file that are no deployments, at moments between two others; the same each time.
 *
 * @returns with the state that the file began with
 */
export function adjustmentsOf(
  file: DemoFile,
  { from, until }: { from: number; until: number },
): { begin: Omit<FileState, 'version'>; changes: FileChange[] } {
  const random = seededRandom(hashOf(file.path));
  const members = [...teams[file.service.team], ...teams.platform];
  const adjustments = possible(file).filter(() => random() < 0.45);
  const span = until - from - 2 * DAY;
  const changes = span < DAY ? [] : adjustments;
  return {
    begin: changes.reduce(
      (state, { before }) => ({ ...state, ...before }),
      finalState(file),
    ),
    changes: changes.map(({ after, subject }) => ({
      file,
      at: from + DAY + Math.round(random() * span),
      change: after,
      subject,
      author: people[members[Math.floor(random() * members.length)]],
      hasPullRequest: random() < 0.5,
    })),
  };
}

function possible(file: DemoFile): Adjustment[] {
  const { where, service } = file;
  const { name, team } = service;
  const { replicas, memory } = finalState(file);
  return [
    ...(replicas > 1
      ? [
          {
            before: { replicas: replicas - 1 },
            after: { replicas },
            subject: `Another pod for ${name} in ${where}`,
          },
        ]
      : []),
    ...(LESS_MEMORY[memory]
      ? [
          {
            before: { memory: LESS_MEMORY[memory] },
            after: { memory },
            subject: `${name} may use ${memory} in ${where}`,
          },
        ]
      : []),
    {
      before: { logLevel: 'debug' },
      after: { logLevel: 'info' },
      subject: `${name} says less in ${where}`,
    },
    {
      before: {},
      after: { note: `Ask #${team} before you change limits` },
      subject: `Say whom to ask about ${name}`,
    },
  ];
}
