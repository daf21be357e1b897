import { standardTags } from '../fillSecrets';
import type { PutSecret } from '../store/SecretStore';
import {
  demoEnvironments,
  demoRegions,
  type DemoEnvironment,
} from './accounts';
import type { DemoSecret, DemoService } from './DemoSecret';
import { demoServices } from './services';
import { demoValue } from './values';

const SECOND = 1_000;
const DAY = 86_400_000;
/** How long a value lasts before it is replaced. */
const REPLACED_EVERY = 90 * DAY;

/** A secret of the demo company in one place. */
export interface PlacedSecret {
  environment: DemoEnvironment;
  region: string;
  secret: PutSecret;
}

/** Every secret of the demo company as it would be if all were well. */
export function secretsInOrder(begin: number): PlacedSecret[] {
  return demoEnvironments.flatMap(environment =>
    demoServices
      .filter(({ environments }) => environments?.includes(environment) ?? true)
      .flatMap(service =>
        service.secrets
          .filter(
            ({ environments }) => environments?.includes(environment) ?? true,
          )
          .flatMap(secret =>
            demoRegions.map(region => ({
              environment,
              region,
              secret: placed({ service, secret, environment, region, begin }),
            })),
          ),
      ),
  );
}

function placed({
  service: { service, owner },
  secret: { name, description, kind, daysOld, ...secret },
  environment,
  region,
  begin,
}: {
  service: DemoService;
  secret: DemoSecret;
  environment: DemoEnvironment;
  region: string;
  begin: number;
}): PutSecret {
  // One region after the other, as whoever set it went through them.
  const current =
    begin - daysOld * DAY + demoRegions.indexOf(region) * 2 * SECOND;
  const whose = secret.differsByRegion ? `${region} ` : '';
  const value = (revision: number) =>
    demoValue(kind, `${whose}${environment} ${service} ${name} ${revision}`);
  const about = [
    ...(secret.differsByRegion
      ? [{ Key: 'sphera:differs-by-region', Value: 'yes' }]
      : []),
    ...(secret.rotateInDays === undefined
      ? []
      : [
          {
            Key: 'sphera:rotate-by',
            Value: dateOf(begin + secret.rotateInDays * DAY),
          },
        ]),
  ];
  return {
    name: `${environment}/${service}/${name}`,
    description,
    kmsKeyId: `alias/kestrel-${environment}`,
    tags: [...standardTags({ service, environment, owner }), ...about],
    createdAt: current - REPLACED_EVERY,
    readAt: dayOf(begin - (secret.unreadDays ?? 0) * DAY),
    versions: [
      { value: value(1), createdAt: current - REPLACED_EVERY },
      { value: value(2), createdAt: current },
    ],
  };
}

function dayOf(moment: number): number {
  return moment - (moment % DAY);
}

function dateOf(moment: number): string {
  return new Date(dayOf(moment)).toISOString();
}
