import { BROKEN_BUILD } from '../../git/demo/sources/sourceHistory';
import type { MadeSource } from '../../git/demo/sources/makeDemoSources';
import { timestamp } from '../../kubernetes/clock';
import type { Ruleset } from '../rules/Ruleset';
import type { GitHubRepository } from '../state/GitHubRepository';
import { endedRun } from './endedRun';

/** Nobody has got round to protecting this one. */
const UNPROTECTED = 'depot-labels';

/** Whoever may, puts it on what has to be merged while merges are frozen; the portal's configuration says the same. */
const EXEMPTION = 'merge-anyway';

/** Ended so long ago, in milliseconds. */
const CHECKED = 2 * 3_600_000;

/** Gives the repository of a service what GitHub has beside Git: its team, the rules of its branch, the checks of its last commit. */
export function settleDemoSource(
  repository: GitHubRepository,
  { service, description, language, head }: MadeSource,
  now: number,
): void {
  const { name, team, system } = service;
  repository.settings = { ...repository.settings, description };
  repository.topics = [language, system];
  repository.labels.push({
    // Nothing else that is a label has the number of a repository.
    id: repository.id,
    name: EXEMPTION,
    color: '0e8a16',
    description: 'Merges although merges are frozen',
    isDefault: false,
  });
  repository.teams.set(team, 'maintain');
  if (name !== UNPROTECTED) repository.rulesets.push(ruleset(repository, now));
  const at = now - CHECKED;
  const isBroken = name === BROKEN_BUILD;
  const { checks } = repository;
  checks.create(
    head,
    isBroken
      ? endedRun('build', 'failure', { at, title: 'test_tours failed' })
      : endedRun('build', 'success', { at }),
  );
  checks.create(
    head,
    endedRun('image', isBroken ? 'skipped' : 'success', { at }),
  );
}

/** As the portal makes it for a service that it creates: nothing but pull requests whose build has passed. */
function ruleset({ id, name }: GitHubRepository, now: number): Ruleset {
  const at = timestamp(now);
  return {
    // Nothing else that is a ruleset has the number of a repository.
    id,
    name: 'sphera',
    target: 'branch',
    source_type: 'Repository',
    source: name,
    enforcement: 'active',
    bypass_actors: [],
    conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    rules: [
      { type: 'deletion' },
      { type: 'non_fast_forward' },
      {
        type: 'pull_request',
        parameters: { required_approving_review_count: 0 },
      },
      {
        type: 'required_status_checks',
        parameters: {
          required_status_checks: [{ context: 'build' }],
          strict_required_status_checks_policy: false,
        },
      },
    ],
    created_at: at,
    updated_at: at,
  };
}
