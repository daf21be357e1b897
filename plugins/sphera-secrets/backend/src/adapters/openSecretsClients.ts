import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Config } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { placeName, type Place } from '@sphera/plugin-secrets-common';
import { PlaceError } from '../errors';
import type {
  PlaceSettings,
  SecretsSettings,
} from '../standard/SecretsSettings';
import { AwsRegion } from './aws/AwsRegion';
import { callMetrics } from './aws/callMetrics';
import { labellingOf } from './aws/labellingOf';
import { PlaceCalls } from './aws/PlaceCalls';
import { rateLimits } from './aws/rateLimits';
import { readingOf } from './aws/readingOf';
import { writingOf } from './aws/writingOf';
import type { SecretsClient, SecretsClients } from './SecretsClient';

/** The clients of every place, and what they cost. */
export interface OpenSecretsClients extends SecretsClients {
  /** Calls of this process, by API, to the account and region of a place; environments that share it share them. */
  calls(
    place: Place,
  ): Array<{ api: string; lastMinute: number; perSecond: number }>;
  /** Closes all connections. */
  close(): void;
}

/** What it takes to talk to AWS. */
export interface SecretsClientsOptions {
  /** Credentials come from `aws`, as Backstage's AWS integration reads it. */
  config: Config;
  settings: Pick<SecretsSettings, 'places' | 'limits'>;
  logger?: LoggerService;
  metrics?: MetricsService;
  /** Milliseconds, never going back. */
  now?: () => number;
  /** Milliseconds that AWS has for one call, with all attempts and new credentials. */
  answerWithin?: number;
}

/** Clients of AWS Secrets Manager; nothing is connected before the first call. */
export function openSecretsClients({
  config,
  settings,
  logger,
  metrics,
  now = () => performance.now(),
  answerWithin = 10_000,
}: SecretsClientsOptions): OpenSecretsClients {
  const limits = rateLimits(settings.limits);
  const meterOf = metrics && callMetrics(metrics);
  const credentials = DefaultAwsCredentialsManager.fromConfig(config);
  const regions = new Map<string, AwsRegion>();
  const clients = new Map<string, SecretsClient>();

  function regionOf({ account, region, endpoint }: PlaceSettings): AwsRegion {
    const key = [account, region, endpoint].join('|');
    const known = regions.get(key);
    if (known) return known;
    const opened = new AwsRegion({
      region,
      endpoint,
      limits,
      meter: meterOf?.({ account, region }),
      now,
      answerWithin,
      onSignedOut: () =>
        logger?.info(
          `AWS does not accept the credentials for ${
            account ?? 'the main account'
          } in ${region} any more: getting new ones`,
        ),
      async credentials() {
        const found = await credentials.getCredentialProvider(
          account ? { accountId: account } : undefined,
        );
        return found.sdkCredentialProvider;
      },
    });
    regions.set(key, opened);
    return opened;
  }

  function settingsOf(place: Place): PlaceSettings {
    const found = settings.places.find(
      ({ environment, region }) =>
        environment === place.environment && region === place.region,
    );
    if (found) return found;
    const all = settings.places.map(placeName).join(', ');
    throw new PlaceError(
      'unknown',
      `${placeName(place)} keeps no secrets: ${all || 'no place'} ${
        settings.places.length > 1 ? 'do' : 'does'
      }`,
    );
  }

  return {
    of(place) {
      const name = placeName(place);
      const known = clients.get(name);
      if (known) return known;
      const { account, ...where } = settingsOf(place);
      const region = regionOf({ account, ...where });
      const client = clientOf(new PlaceCalls(region, { place: name, account }));
      clients.set(name, client);
      return client;
    },
    calls: place => regionOf(settingsOf(place)).calls(),
    close() {
      for (const region of regions.values()) region.close();
    },
  };
}

function clientOf(calls: PlaceCalls): SecretsClient {
  const reading = readingOf(calls);
  return {
    ...reading,
    ...writingOf(calls),
    ...labellingOf(calls, reading.describe),
  };
}
