import { exemptPullRequest } from '@sphera/plugin-merges-common';
import type { OperationsService } from '@sphera/plugin-operations-node';
import type {
  GitHub,
  OpenPullRequest,
  Statuses,
} from '../adapters/github/GitHub';
import type { MergeSettings } from '../settings/MergeSettings';
import type { KeptRepository } from '../storage/KeptRepository';
import type { Stores } from '../storage/openStores';
import { judge, type Labelled } from '../syncing/judge';
import { isTold, wantedStatuses } from '../syncing/wantedStatuses';
import type { People } from './People';

/** Pull requests that may be merged in spite of a freeze, since somebody who may has put the label on. */
export class Exemptions {
  constructor(
    private readonly parts: {
      settings: MergeSettings;
      github: GitHub;
      stores: Pick<Stores, 'repositories'>;
      people: People;
      operations: OperationsService;
    },
  ) {
    const { operations } = parts;
    operations.handle(exemptPullRequest, async ({ input }) => {
      const { repository, number, head, login } = input;
      const statuses = await this.#statusesFor(repository, login);
      await this.#tell(repository, head, statuses);
      return { repository, number };
    });
  }

  /** Who put the label on a pull request, where there is one and it matters. */
  async labelled(
    { spelled, wanted }: KeptRepository,
    { number, labels }: OpenPullRequest,
  ): Promise<Labelled | undefined> {
    const { settings, github, people } = this.parts;
    const label = settings.exemption?.label;
    if (label === undefined || wanted === 'open') return undefined;
    const isLabelled = labels.some(
      each => each.toLowerCase() === label.toLowerCase(),
    );
    if (!isLabelled) return undefined;
    const by = await github.labelledBy(spelled, number, label);
    return { by, counts: by !== undefined && (await people.mayExempt(by)) };
  }

  /** What of an exemption is on the record: a new commit, or another freeze, is another exemption. */
  keyOf({ freezes }: KeptRepository, { head }: OpenPullRequest, login: string) {
    return `${head} ${login} ${freezes.map(({ id }) => id).join(' ')}`;
  }

  /** Lets a pull request through, which is on the audit log in the name of who put the label on. */
  async grant(
    repository: KeptRepository,
    { number, head }: Pick<OpenPullRequest, 'number' | 'head'>,
    login: string,
  ): Promise<void> {
    const { operations, people } = this.parts;
    const actor = (await people.refOf(login)) ?? `github:${login}`;
    const { name, services, freezes } = repository;
    const reason = freezes[0].reason;
    await operations.run(
      exemptPullRequest,
      { repository: name, services, number, head, login, reason },
      { actor, door: 'schedule' },
    );
  }

  async #statusesFor(repository: string, login: string): Promise<Statuses> {
    const { settings, stores } = this.parts;
    const { known = {} } = (await stores.repositories.get(repository)) ?? {};
    const verdict = judge(
      { wanted: 'frozen', freezes: [] },
      { by: login, counts: true },
    );
    return wantedStatuses(verdict, {
      isTold: isTold({ known }, settings),
      context: settings.context,
      url: settings.pageOf(repository),
      has: {},
    });
  }

  async #tell(repository: string, head: string, statuses: Statuses) {
    for (const [context, status] of Object.entries(statuses)) {
      await this.parts.github.setStatus(repository, head, context, status);
    }
  }
}
