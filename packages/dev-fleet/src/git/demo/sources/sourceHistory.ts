import { hashOf } from '../../../kubernetes/random';
import type { ImportedCommit } from '../../fastImport';
import { host, people, teams } from '../people';
import type { DemoSource } from './DemoSource';
import { documentTexts, readmeText } from './texts/documentTexts';
import { programTexts } from './texts/programTexts';
import { workflowText } from './texts/workflowText';

const DAY = 86_400_000;
/** From the first commit to the first version that is known of. */
const BEFORE = 30;
/** From the commit of a version to where it runs first, in days. */
const UNTIL_IT_RUNS = 0.2;

/** A service whose last change its tests did not like. */
export const BROKEN_BUILD = 'route-planner';

/** What was committed to the repository of a service until now, the oldest first. */
export function sourceHistory(
  source: DemoSource,
  now: number,
): ImportedCommit[] {
  const { service, catalogText } = source;
  const { name, versions } = service;
  const begin = versions[0][1] + BEFORE;
  const members = teams[service.team].map(each => people[each]);
  const by = (what: string) => members[hashOf(what + name) % members.length];
  const at = (daysAgo: number) => now - daysAgo * DAY;
  const releases = versions.map(([version, daysAgo], index) => ({
    files: { VERSION: `${version}\n` },
    message: `Release ${version} (#${index + 3})\n`,
    author: by(version),
    committer: host,
    at: at(daysAgo + UNTIL_IT_RUNS),
  }));
  return [
    {
      files: {
        'README.md': readmeText(source),
        'catalog-info.yaml': catalogText,
        '.github/CODEOWNERS': `* @kestrel-parcels/${service.team}\n`,
        ...programTexts(source),
      },
      message: `Begin ${source.title}\n`,
      author: by('begin'),
      at: at(begin),
    },
    {
      files: { '.github/workflows/ci.yaml': workflowText(source) },
      message: 'Test each change, make an image of each on main (#1)\n',
      author: by('workflow'),
      committer: host,
      at: at(begin - 1),
    },
    {
      files: documentTexts(source),
      message: 'Say what it does, and whom to ask (#2)\n',
      author: by('docs'),
      committer: host,
      at: at(begin - 6),
    },
    ...releases,
    ...(name === BROKEN_BUILD
      ? [
          {
            files: { 'models/traffic.txt': 'v5-preview\n' },
            message: `Try the next traffic model (#${versions.length + 3})\n`,
            author: by('traffic'),
            committer: host,
            at: at(0.1),
          },
        ]
      : []),
  ];
}
