import { demoRegions } from './accounts';
import type { PlacedSecret } from './demoSecrets';
import { demoValue } from './values';

const DAY = 86_400_000;

/** What lies about: secrets of no service that the catalog knows. */
export function unownedSecrets(begin: number): PlacedSecret[] {
  const secret = (name: string, daysOld: number, unreadDays?: number) => ({
    name,
    createdAt: begin - daysOld * DAY,
    readAt:
      unreadDays === undefined
        ? undefined
        : begin - unreadDays * DAY - ((begin - unreadDays * DAY) % DAY),
    versions: [
      { value: demoValue('word', name), createdAt: begin - daysOld * DAY },
    ],
  });
  const [frankfurt, virginia] = demoRegions;
  return [
    {
      environment: 'staging',
      region: frankfurt,
      secret: secret('load-test/accounts', 203, 180),
    },
    {
      environment: 'production',
      region: frankfurt,
      secret: secret('old-shop-db', 731),
    },
    {
      environment: 'production',
      region: frankfurt,
      secret: secret('terraform/state-encryption', 388, 0),
    },
    {
      environment: 'production',
      region: virginia,
      secret: secret('production/parcel-quotes/api-key', 466, 301),
    },
  ];
}
