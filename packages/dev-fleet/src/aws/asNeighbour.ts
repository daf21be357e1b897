import type { Neighbour } from '../kubernetes/Neighbour';
import type { AwsStandIn } from './AwsStandIn';
import { AWS_FAULTS, type AwsFaultWish } from './faults';

/** The AWS stand-in beside clusters, on their port. */
export const asNeighbour = (aws: AwsStandIn): Neighbour => ({
  handle: (request, response) => aws.handle(request, response),
  faults: () => aws.faults(),
  concerns: wish => 'account' in wish || 'region' in wish,
  switchFault: wish => switchFault(wish, aws),
});

function switchFault(
  wish: Partial<AwsFaultWish>,
  aws: AwsStandIn,
): string | undefined {
  const { fault, account, region, apis, times } = wish;
  if (!fault || !Object.hasOwn(AWS_FAULTS, fault)) {
    return `"fault" must be one of ${Object.keys(AWS_FAULTS).join(', ')}.`;
  }
  const places = Object.keys(aws.faults());
  const isKnown = places.some(place => {
    const [itsAccount, itsRegion] = place.split('/');
    return (
      (account ?? itsAccount) === itsAccount &&
      (region ?? itsRegion) === itsRegion
    );
  });
  if (!isKnown) {
    return `"account" and "region" must be of one of ${places.join(', ')}.`;
  }
  aws.fault({ fault, account, region, apis, times });
  return undefined;
}
