import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Api } from './rateLimits';

/** What calls to one account and region are measured by. */
export interface CallMeter {
  /** A call was sent. `error`: the kind of failure. */
  called(api: Api, error?: { name: string; isThrottling: boolean }): void;
  /** A call waits for its turn, until the answered function is called. */
  waits(api: Api): () => void;
}

/**
 * Calls to AWS as metrics, named and measured as OpenTelemetry does. They say which API,
 * account and region; never which secret.
 */
export function callMetrics(
  metrics: MetricsService,
): (where: { account?: string; region: string }) => CallMeter {
  const calls = metrics.createCounter('sphera.secrets.aws.calls', {
    description: 'Calls to AWS Secrets Manager, repeated ones too',
    unit: '{call}',
  });
  const throttles = metrics.createCounter('sphera.secrets.aws.throttles', {
    description: 'Calls that AWS Secrets Manager refused as too many',
    unit: '{call}',
  });
  const waiting = metrics.createUpDownCounter('sphera.secrets.aws.waiting', {
    description: 'Calls that wait for their turn within the rate limits',
    unit: '{call}',
  });
  return ({ account, region }) => {
    const attributes = (api: Api) => ({
      'rpc.method': api,
      'cloud.region': region,
      ...(account && { 'cloud.account.id': account }),
    });
    return {
      called(api, error) {
        const of = attributes(api);
        calls.add(1, error ? { ...of, 'error.type': error.name } : of);
        if (error?.isThrottling) throttles.add(1, of);
      },
      waits(api) {
        waiting.add(1, attributes(api));
        return () => waiting.add(-1, attributes(api));
      },
    };
  };
}
