import type { DemoSecret, DemoService } from './DemoSecret';

const database = (daysOld: number): DemoSecret => ({
  name: 'database-password',
  description: 'The service account in its own database',
  kind: 'login',
  daysOld,
});

const sessions = (daysOld: number): DemoSecret => ({
  name: 'session-cookie-key',
  description: 'Signs the cookies of signed-in people',
  daysOld,
});

/** The secrets of every service of the demo company, as they would be if all were well. */
export const demoServices: DemoService[] = [
  {
    service: 'quotes',
    owner: 'booking',
    secrets: [
      {
        name: 'cache-auth-token',
        description: 'Opens the cache of price tables',
        daysOld: 71,
      },
      {
        name: 'exchange-rates-api-key',
        description: 'Daily rates of the central bank, through a broker',
        daysOld: 33,
      },
      {
        name: 'geocoder-api-key',
        description: 'Turns addresses into places',
        daysOld: 54,
      },
    ],
  },
  {
    service: 'bookings',
    owner: 'booking',
    secrets: [
      { ...database(2), rotateInDays: 88 },
      {
        name: 'carrier-sftp-login',
        description: 'Manifests for carriers that know nothing newer',
        kind: 'login',
        daysOld: 120,
      },
      {
        name: 'event-stream-password',
        description: 'Writes shipment events',
        daysOld: 41,
      },
      {
        name: 'label-signing-key',
        description: 'Signs the links to labels',
        daysOld: 96,
      },
    ],
  },
  {
    service: 'booking-web',
    owner: 'booking',
    secrets: [
      sessions(19),
      {
        name: 'error-reporting-token',
        description: 'Sends crashes of the pages to who mends them',
        daysOld: 150,
      },
      {
        name: 'legacy-captcha-key',
        description: 'Of the captcha that nobody sees any more',
        daysOld: 171,
        environments: ['production'],
      },
    ],
  },
  {
    service: 'parcel-tracking',
    owner: 'tracking',
    secrets: [
      { ...database(24), rotateInDays: 66 },
      {
        name: 'push-notifications-key',
        description: 'Tells phones where a parcel is',
        daysOld: 88,
      },
      {
        name: 'scan-stream-password',
        description: 'Reads the scans of all depots',
        daysOld: 62,
      },
    ],
  },
  {
    service: 'tracking-web',
    owner: 'tracking',
    secrets: [
      sessions(27),
      {
        name: 'maps-api-key',
        description: 'Draws the way of a parcel',
        daysOld: 133,
      },
    ],
  },
  {
    service: 'delivery-forecast',
    owner: 'tracking',
    environments: ['staging'],
    secrets: [
      {
        name: 'model-store-login',
        description: 'Where trained models are kept',
        kind: 'login',
        daysOld: 160,
        unreadDays: 140,
      },
      {
        name: 'weather-api-key',
        description: 'Rain and wind, hour by hour',
        daysOld: 16,
      },
    ],
  },
  {
    service: 'dispatch',
    owner: 'delivery',
    secrets: [
      database(37),
      {
        name: 'courier-push-key',
        description: 'Sends tours to the phones of couriers',
        daysOld: 52,
      },
      {
        name: 'sms-gateway-token',
        description: 'Texts people who are not at home',
        daysOld: 5,
      },
    ],
  },
  {
    service: 'route-planner',
    owner: 'delivery',
    secrets: [
      {
        name: 'optimizer-licence',
        description: 'The licence of the solver',
        daysOld: 144,
        rotateInDays: 21,
      },
      {
        name: 'traffic-feed-key',
        description: 'Live traffic: each region has a supplier of its own',
        daysOld: 30,
        differsByRegion: true,
      },
    ],
  },
  {
    service: 'courier-web',
    owner: 'delivery',
    secrets: [
      sessions(46),
      {
        name: 'maps-api-key',
        description: 'Draws the tour of a courier',
        daysOld: 109,
      },
    ],
  },
  {
    service: 'depot-labels',
    owner: 'delivery',
    environments: ['production'],
    secrets: [
      {
        name: 'label-archive-login',
        description: 'Where printed labels are kept for a year',
        kind: 'login',
        daysOld: 640,
        rotateInDays: -275,
      },
      {
        name: 'printer-gateway-password',
        description: 'The box in each depot that printers hang on',
        daysOld: 412,
      },
    ],
  },
  {
    service: 'payments',
    owner: 'payments',
    secrets: [
      { ...database(12), rotateInDays: 45 },
      {
        name: 'acquirer-key-passphrase',
        description: 'Opens the key store for the line to the acquirer',
        daysOld: 102,
        rotateInDays: -12,
        environments: ['production'],
      },
      {
        name: 'ledger-signing-key',
        description: 'Signs entries of the ledger',
        daysOld: 58,
      },
      {
        name: 'stripe-api-key',
        description: 'Charges cards',
        daysOld: 23,
        rotateInDays: 67,
      },
      {
        name: 'stripe-webhook-secret',
        description: 'Proves that a callback is theirs',
        daysOld: 23,
      },
    ],
  },
  {
    service: 'invoices',
    owner: 'payments',
    secrets: [
      database(49),
      {
        name: 'signing-keystore',
        description: 'Signs invoices as the tax office wants it',
        kind: 'binary',
        daysOld: 77,
      },
      {
        name: 'smtp-password',
        description: 'Sends invoices by mail',
        kind: 'login',
        daysOld: 91,
      },
      {
        name: 'tax-service-token',
        description: 'Reports to the tax office',
        daysOld: 14,
      },
    ],
  },
];
