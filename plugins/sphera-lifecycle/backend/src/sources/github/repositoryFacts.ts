import type { SeenFact } from '@sphera/plugin-lifecycle-node';
import { listed } from '@sphera/plugin-operations-node';
import type { Check } from './Build';
import type { LastBuild } from './lastBuild';
import type { FoundRepository } from './readRepository';

/** How many checks a sentence names. */
const NAMED = 3;

const no = (sentence: string, link?: SeenFact['link']): SeenFact => ({
  holds: false,
  sentence,
  ...(link && { link }),
});

const short = (sha: string) => sha.slice(0, 7);

const commitLink = (page: string, sha: string) => ({
  title: `Commit ${short(sha)}`,
  url: `${page}/commit/${sha}`,
});

/** Facts of a service whose repository is not there. */
export function noRepository(why: string): Record<string, SeenFact> {
  return {
    'repository-exists': no(why),
    'default-branch-protected': no('There is no repository'),
    'main-build-passed': no('There is no repository'),
  };
}

/** What was seen of a repository, as facts. */
export function repositoryFacts(
  found: FoundRepository,
  last: LastBuild | undefined,
): Record<string, SeenFact> {
  const { name, page, isArchived, branch, head } = found;
  const link = { title: name, url: page };
  const archived = isArchived ? ', archived' : '';
  const exists: SeenFact = {
    holds: true,
    sentence: `${name} is there${archived}, its default branch is ${branch}`,
    link,
  };
  if (!head || !last) {
    const none = `${branch} of ${name} has no commits yet`;
    return {
      'repository-exists': exists,
      'default-branch-protected': no(none, link),
      'main-build-passed': no(none, link),
    };
  }
  return {
    'repository-exists': exists,
    'default-branch-protected': head.isProtected
      ? { holds: true, sentence: `${branch} is protected`, link }
      : no(
          `${branch} is not protected: whoever may push can push to it without a pull request`,
          link,
        ),
    'main-build-passed': buildFact(found, last),
  };
}

function buildFact(
  { page, branch, head }: FoundRepository,
  { ended, head: newest }: LastBuild,
): SeenFact {
  const { sha } = head!;
  if (!ended) {
    const link = commitLink(page, sha);
    return newest.state === 'running'
      ? no(`The first build of ${branch} (${short(sha)}) has not ended`, link)
      : no(`No build of ${branch} has ended (${short(sha)})`, link);
  }
  const { build } = ended;
  const newer = ended.sha === sha ? '' : `; ${short(sha)} has no end yet`;
  const of = `of ${branch} (${short(ended.sha)})`;
  if (build.state === 'passed') {
    return {
      holds: true,
      sentence: `The build ${of} passed: ${named(build.checks)}${newer}`,
      link: commitLink(page, ended.sha),
    };
  }
  const bad = build.checks.filter(({ state }) => state === 'bad');
  const url = bad.find(check => check.url)?.url;
  return no(
    `The build ${of} failed: ${named(bad)}${newer}`,
    url ? { title: bad[0].name, url } : commitLink(page, ended.sha),
  );
}

/** `build, test and 3 more` */
function named(checks: readonly Check[]): string {
  const names = [...new Set(checks.map(({ name }) => name))];
  if (names.length <= NAMED + 1) return listed(names);
  return listed([...names.slice(0, NAMED), `${names.length - NAMED} more`]);
}
