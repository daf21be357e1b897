import { serviceRefOf } from '@sphera/plugin-creation-common';
import { releaseFlagNamespace } from '@sphera/plugin-flags-common';
import { askInNameOf } from '../acting/asking';
import { stepOf } from '../creations/steps';
import type { TakeBack } from './takeBack';

/** Gives the flag namespace free where this creation claimed it. */
export const takeFlagsBack: TakeBack = async (parts, taking) => {
  const { creation, reason } = taking;
  const { state, made } = stepOf(creation, 'flags');
  if (state === 'waiting' || made?.isOurs === false) {
    return 'None was claimed';
  }
  await askInNameOf(taking, parts, releaseFlagNamespace, {
    service: serviceRefOf(creation.draft.name),
    reason,
  });
  return 'Released';
};
