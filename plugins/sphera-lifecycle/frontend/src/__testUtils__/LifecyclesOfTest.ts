import {
  approveStep,
  getLifecycle,
  type Lifecycle,
  listLifecycles,
  refreshFacts,
  rejectStep,
  requestApproval,
  type Standing,
} from '@sphera/plugin-lifecycle-common';
import { AnswersOfTest, page } from '@sphera/plugin-operations-react/testUtils';
import {
  planPromotion,
  promote,
  type Promotion,
  type PromotionPlan,
} from '@sphera/plugin-rollback-common';
import { listServices } from '@sphera/plugin-services-common';
import { lifecycle } from './answers';
import { promotion, promotionPlan } from './promotions';

const STAGES = ['ci', 'staging', 'production'];

/** Life cycles of a company, in memory, behind the client that pages use. */
export class LifecyclesOfTest extends AnswersOfTest {
  lifecycle: Lifecycle = lifecycle();
  standings: Standing[] = [];
  plan: PromotionPlan = promotionPlan();
  promotion: Promotion = promotion();
  /** What is so after somebody asked or answered. */
  afterwards?: Lifecycle;

  protected override readonly answers: Record<string, (input: any) => unknown> =
    {
      [getLifecycle.name]: () => this.lifecycle,
      [refreshFacts.name]: () => this.lifecycle,
      [requestApproval.name]: () => this.goOn(),
      [approveStep.name]: () => this.goOn(),
      [rejectStep.name]: () => this.goOn(),
      [listLifecycles.name]: input => this.board(input),
      [planPromotion.name]: () => this.plan,
      [promote.name]: () => this.promotion,
      [listServices.name]: () => ({
        ...page([], { limit: 1 }),
        offset: 0,
        facets: {
          teams: [
            { value: 'group:default/booking', title: 'Booking', count: 2 },
          ],
          environments: [],
          types: [{ value: 'website', title: 'website', count: 1 }],
          lifecycles: [],
        },
        staleFacts: [],
      }),
    };

  private goOn() {
    this.lifecycle = this.afterwards ?? this.lifecycle;
    return this.lifecycle;
  }

  private board(input: any) {
    const found = this.standings.filter(
      one =>
        (!input.search || one.title.includes(input.search)) &&
        (!input.owner || one.owners.includes(input.owner)) &&
        (!input.type || one.type === input.type) &&
        (!input.stuck || one.isStuck) &&
        (!input.answerable || one.asked.length > 0),
    );
    const inStage = (name: string) => found.filter(one => one.stage === name);
    return {
      ...page(input.stage ? inStage(input.stage) : found, input),
      stages: STAGES.map(name => ({
        name,
        title: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        services: inStage(name).length,
        stuck: inStage(name).filter(({ isStuck }) => isStuck).length,
      })),
    };
  }
}
