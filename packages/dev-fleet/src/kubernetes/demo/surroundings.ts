import type { Surroundings } from '../controllers/autoscaling/autoscalers';
import { requestedBy } from '../controllers/autoscaling/metrics';
import type { Deployment } from '../objects';
import { hashOf } from '../random';
import { services } from './services';

/** How many times busier than usual a service is, in one cluster. */
const BUSIER: Record<string, number> = {
  'production-ap/parcel-tracking': 1.5,
};

const REFUSALS: Record<string, string> = {
  'production-us/invoices':
    'admission webhook "quota.kestrel-parcels.example" denied the request: scaling of invoices is suspended until the month is billed',
};

/** What autoscalers of the demo company meet: a load that comes and goes, and one refusal. */
export function demoSurroundings(
  cluster: string,
  { begin, isStill }: { begin: number; isStill: boolean },
): Surroundings {
  return {
    loadOf(deployment, now) {
      const { name } = deployment.metadata;
      const service = services.find(each => each.name === name);
      if (!service) return quiet(deployment);
      if (!service.autoscaler) return undefined;
      const usual = cluster.startsWith('staging')
        ? Math.ceil(service.replicas / 2)
        : service.replicas;
      const cpu = requestedBy(deployment, 'cpu');
      const busy = BUSIER[`${cluster}/${name}`] ?? 1;
      const share = service.autoscaler.cpuPercent / 100;
      const wave = isStill ? 1 : waveOf(`${cluster}/${name}`, now - begin);
      return {
        cpuCores: usual * cpu * share * busy * wave * 0.95,
        memoryBytes: usual * requestedBy(deployment, 'memory') * 0.7,
      };
    },
    refusalOf: ({ metadata }) => REFUSALS[`${cluster}/${metadata.name}`],
  };
}

/** Hardly anybody uses a service that is new. */
function quiet(deployment: Deployment) {
  return {
    cpuCores: requestedBy(deployment, 'cpu') * 0.2,
    memoryBytes: requestedBy(deployment, 'memory') * 0.5,
  };
}

/** Around 1; at the beginning 1. Comes and goes within half an hour or so, and trembles a little. */
function waveOf(key: string, passed: number): number {
  const period = 1_500_000 + (hashOf(key) % 1_200_000);
  const tremble = (hashOf(`${key}${Math.floor(passed / 15_000)}`) % 100) / 100;
  const direction = hashOf(key) % 2 ? 1 : -1;
  return (
    1 +
    direction * 0.35 * Math.sin((2 * Math.PI * passed) / period) +
    (tremble - 0.5) * 0.06
  );
}
