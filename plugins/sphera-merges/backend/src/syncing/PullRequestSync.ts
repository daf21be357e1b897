import type { Exemptions } from '../exempting/Exemptions';
import type { GitHub, OpenPullRequest } from '../adapters/github/GitHub';
import type { MergeSettings } from '../settings/MergeSettings';
import type { KeptPullRequest } from '../storage/KeptPullRequest';
import type { KeptRepository } from '../storage/KeptRepository';
import { judge } from './judge';
import { missing, wantedStatuses } from './wantedStatuses';

/** Tells GitHub of one pull request what differs from what it was told, and answers with what it knows then. */
export class PullRequestSync {
  constructor(
    private readonly parts: {
      settings: MergeSettings;
      github: GitHub;
      exemptions: Exemptions;
    },
  ) {}

  /**
   * @param kept - what it was told before
   * @param deep - whether to look what it really has
   * @throws NeighbourError
   */
  async bring(
    repository: KeptRepository,
    open: OpenPullRequest,
    { kept, deep }: { kept?: KeptPullRequest; deep: boolean },
  ): Promise<KeptPullRequest> {
    const { settings, github, exemptions } = this.parts;
    const { strategy, context } = settings;
    const { spelled, name } = repository;
    const isKnown = !deep && kept?.head === open.head;
    const has = isKnown
      ? kept.statuses
      : Object.fromEntries(await github.statusesOf(spelled, open.head));
    const labelled = await exemptions.labelled(repository, open);
    const verdict = judge(repository, labelled);
    const url = settings.pageOf(name);
    const wanted = wantedStatuses(verdict, { strategy, context, url, has });
    const toTell = missing(wanted, has);
    const { exemptedBy } = verdict;
    const exemption =
      exemptedBy && exemptions.keyOf(repository, open, exemptedBy);
    if (exemptedBy && exemption !== kept?.exemption) {
      await exemptions.grant(repository, open, exemptedBy);
    } else {
      for (const [which, status] of Object.entries(toTell)) {
        await github.setStatus(spelled, open.head, which, status);
      }
    }
    const statuses = Object.fromEntries(
      Object.entries({ ...has, ...wanted }).filter(
        ([which]) => which in wanted,
      ),
    );
    return { ...shown(repository, open), ...verdict, exemption, statuses };
  }
}

/** What there is to show of a pull request that GitHub is not told of yet. */
export function unsettled(
  repository: KeptRepository,
  open: OpenPullRequest,
): KeptPullRequest {
  return {
    ...shown(repository, open),
    state: 'changing',
    sentence: 'GitHub is not told yet',
    statuses: {},
  };
}

function shown({ name }: KeptRepository, open: OpenPullRequest) {
  return {
    repository: name,
    number: open.number,
    title: open.title,
    author: open.author,
    url: open.url,
    head: open.head,
    updatedAt: Date.parse(open.updatedAt),
  };
}
