import type { Exemptions } from '../exempting/Exemptions';
import type { GitHub, OpenPullRequest } from '../adapters/github/GitHub';
import type { MergeSettings } from '../settings/MergeSettings';
import type { KeptPullRequest } from '../storage/KeptPullRequest';
import type { KeptRepository } from '../storage/KeptRepository';
import { judge, judgeTogether } from './judge';
import { isTold, missing, wantedStatuses } from './wantedStatuses';

/** Tells GitHub of the pull requests of one commit what differs from what it was told, and answers with what it knows then. */
export class PullRequestSync {
  constructor(
    private readonly parts: {
      settings: MergeSettings;
      github: GitHub;
      exemptions: Exemptions;
    },
  ) {}

  /**
   * @param alike - one or more of the same head
   * @param before - what was told before, by number
   * @param deep - whether to look what they really have
   * @throws NeighbourError
   */
  async bring(
    repository: KeptRepository,
    alike: readonly OpenPullRequest[],
    {
      before,
      deep,
    }: { before: ReadonlyMap<number, KeptPullRequest>; deep: boolean },
  ): Promise<KeptPullRequest[]> {
    const { settings, github, exemptions } = this.parts;
    const { spelled, name } = repository;
    const [{ head, number }] = alike;
    const isKnown =
      !deep && alike.every(one => before.get(one.number)?.head === head);
    const has = isKnown
      ? before.get(number)!.statuses
      : await github.statusesOf(spelled, head);
    const judged = await Promise.all(
      alike.map(async open => ({
        open,
        number: open.number,
        verdict: judge(repository, await exemptions.labelled(repository, open)),
      })),
    );
    const verdict = judgeTogether(repository, judged);
    const wanted = wantedStatuses(verdict, {
      isTold: isTold(repository, settings),
      context: settings.context,
      url: settings.pageOf(name),
      has,
    });
    const statuses = Object.fromEntries(
      Object.entries({ ...has, ...wanted }).filter(
        ([which]) => which in wanted,
      ),
    );
    const isExempt = verdict.state === 'exempt';
    const kept = judged.map(({ open, verdict: { exemptedBy } }) => ({
      ...shown(repository, open),
      ...verdict,
      exemptedBy: isExempt ? exemptedBy : undefined,
      exemption:
        isExempt && exemptedBy
          ? exemptions.keyOf(repository, open, exemptedBy)
          : undefined,
      statuses,
    }));
    const granted = kept.filter(
      one =>
        one.exemption && one.exemption !== before.get(one.number)?.exemption,
    );
    for (const one of granted) {
      await exemptions.grant(repository, one, one.exemptedBy!);
    }
    if (granted.length === 0) {
      for (const [which, status] of Object.entries(missing(wanted, has))) {
        await github.setStatus(spelled, head, which, status);
      }
    }
    return kept;
  }
}

/** What there is to show of a pull request that GitHub is not told of yet. */
export function unsettled(
  repository: KeptRepository,
  open: OpenPullRequest,
  before: KeptPullRequest | undefined,
): KeptPullRequest {
  return {
    ...shown(repository, open),
    exemption: before?.exemption,
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
