import type { PromotionPlan } from '@sphera/plugin-rollback-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { TargetFile } from './TargetFile';

/** A promotion as it was planned. */
export interface PlannedPromotion {
  service: ServiceEntry;
  plan: PromotionPlan;
  files: TargetFile[];
}
