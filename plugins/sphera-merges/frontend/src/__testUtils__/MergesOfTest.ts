import {
  getMergeHold,
  type HoldState,
  type HoldWithPullRequests,
  listMergeHolds,
  reconcileMerges,
} from '@sphera/plugin-merges-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import { AnswersOfTest, page } from '@sphera/plugin-operations-react/testUtils';

type Answer = OutputOf<typeof listMergeHolds>;

/** Repositories of a company, in memory, behind the client that pages use. */
export class MergesOfTest extends AnswersOfTest {
  holds: HoldWithPullRequests[] = [];
  exemption: Answer['exemption'];
  unheard: Answer['unheard'] = [];

  protected override readonly answers: Record<string, (input: any) => unknown> =
    {
      [listMergeHolds.name]: input => ({
        ...page(
          this.holds.filter(
            ({ state, repository }) =>
              (!input.state || input.state === state) &&
              (!input.search || repository.includes(input.search)),
          ),
          input,
        ),
        strategy: this.holds[0]?.strategy ?? 'check',
        counts: this.counts(),
        exemption: this.exemption,
        unheard: this.unheard,
      }),
      [getMergeHold.name]: ({ service, repository }) => {
        const found = this.holds.find(
          one =>
            one.repository === repository || one.services.includes(service),
        );
        if (!found) throw new Error('Not in this test: let it fail instead');
        return found;
      },
      [reconcileMerges.name]: ({ service }) => ({
        repositories: service ? 1 : this.holds.length,
      }),
    };

  private counts(): Answer['counts'] {
    const of = (wanted: HoldState) =>
      this.holds.filter(({ state }) => state === wanted).length;
    return {
      open: of('open'),
      frozen: of('frozen'),
      changing: of('changing'),
      failed: of('failed'),
      unenforced: of('unenforced'),
    };
  }
}

/** How the backend says that it does not know a repository. */
export const unknown = {
  status: 404,
  message: 'The portal does not look after this repository',
};
