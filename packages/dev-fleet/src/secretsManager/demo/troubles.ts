import type { PutSecret } from '../store/SecretStore';
import type { PlacedSecret } from './demoSecrets';
import { demoValue } from './values';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Something that is wrong on purpose. */
interface Trouble {
  /** Its full name while all is well. */
  name: string;
  /** Where it is so; everywhere if absent. */
  regions?: string[];
  /** What has become of it; `undefined`: it is not there. */
  become(secret: PutSecret, begin: number): PutSecret | undefined;
}

/** Never got the latest value. */
const stale = (secret: PutSecret): PutSecret => ({
  ...secret,
  versions: secret.versions.slice(0, -1),
});

const missing = () => undefined;

const troubles: Trouble[] = [
  {
    name: 'production/payments/stripe-webhook-secret',
    regions: ['ap-southeast-2'],
    become: missing,
  },
  {
    name: 'staging/invoices/tax-service-token',
    regions: ['us-east-1', 'ap-southeast-2'],
    become: missing,
  },
  {
    name: 'production/bookings/database-password',
    regions: ['ap-southeast-2'],
    become: stale,
  },
  {
    name: 'staging/dispatch/sms-gateway-token',
    regions: ['us-east-1'],
    become: stale,
  },
  {
    // Changed by hand, in the console of AWS.
    name: 'production/quotes/geocoder-api-key',
    regions: ['us-east-1'],
    become: (secret, begin) => ({
      ...secret,
      versions: [
        ...secret.versions,
        {
          value: demoValue('word', 'a try of somebody'),
          createdAt: begin - 3 * DAY - 5 * HOUR,
        },
      ],
    }),
  },
  {
    name: 'production/booking-web/legacy-captcha-key',
    become: (secret, begin) => ({ ...secret, deletedAt: begin + 9 * DAY }),
  },
  {
    // Older than the standard: only its tags say whose it is.
    name: 'production/parcel-tracking/push-notifications-key',
    become: secret => ({ ...secret, name: 'parcel-tracking-push-key' }),
  },
  {
    name: 'production/invoices/smtp-password',
    regions: ['us-east-1'],
    become: secret => ({
      ...secret,
      tags: secret.tags?.filter(({ Key }) => !Key.endsWith('owner')),
    }),
  },
  {
    name: 'production/payments/ledger-signing-key',
    regions: ['eu-central-1'],
    become: secret => ({ ...secret, kmsKeyId: 'alias/kestrel-staging' }),
  },
  {
    name: 'production/courier-web/maps-api-key',
    become: secret => ({ ...secret, readAt: undefined }),
  },
];

/** What becomes of a secret when the troubles of the demo come over it. */
export function withTrouble(
  { secret, region }: PlacedSecret,
  begin: number,
): PutSecret | undefined {
  const trouble = troubles.find(
    ({ name, regions }) =>
      name === secret.name && (regions?.includes(region) ?? true),
  );
  return trouble ? trouble.become(secret, begin) : secret;
}
