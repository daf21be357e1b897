import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { LabelSelector, parseLabelSelector, selects } from './LabelSelector';
import type { DeploymentRecord } from './records';

const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';
const NAMESPACE = 'backstage.io/kubernetes-namespace';
const APP_NAME = 'app.kubernetes.io/name';
const PART_OF = 'app.kubernetes.io/part-of';

/** What a service says of its deployments. */
type Named = Pick<ServiceEntry, 'ref' | 'name' | 'system' | 'annotations'>;

interface Claim {
  ref: string;
  namespace?: string;
  system?: string;
  selector?: LabelSelector;
}

type Labelled = Pick<DeploymentRecord, 'namespace' | 'labels' | 'podLabels'>;

/**
 * Whose a deployment is, by Backstage's conventions
 * (https://backstage.io/docs/features/kubernetes/configuration#surfacing-your-kubernetes-components-as-part-of-an-entity):
 * the selector that a service is annotated with; else the label `backstage.io/kubernetes-id`
 * of the deployment or its pods; else `app.kubernetes.io/name`, unless `part-of` names another system.
 */
export class ServiceMatcher {
  private readonly selecting: Claim[] = [];
  private readonly byId = new Map<string, Claim[]>();
  private readonly byAppName = new Map<string, Claim[]>();

  constructor(services: Iterable<Named>) {
    const sorted = [...services].sort((one, other) =>
      one.ref < other.ref ? -1 : 1,
    );
    for (const service of sorted) this.add(service);
  }

  /** Entity ref of the service; `undefined` where it is no service's. Where several claim it: the first by entity ref. */
  serviceOf({ namespace, labels, podLabels }: Labelled): string | undefined {
    const holds = (claim: Claim) =>
      claim.namespace === undefined || claim.namespace === namespace;
    const selecting = this.selecting.find(
      claim => holds(claim) && selects(claim.selector!, labels),
    );
    if (selecting) return selecting.ref;

    const id = labels[ID] ?? podLabels[ID];
    if (id !== undefined) return this.byId.get(id)?.find(holds)?.ref;

    const appName = labels[APP_NAME] ?? podLabels[APP_NAME];
    if (appName === undefined) return undefined;
    const partOf = labels[PART_OF] ?? podLabels[PART_OF];
    return this.byAppName
      .get(appName)
      ?.find(
        claim =>
          holds(claim) && (partOf === undefined || partOf === claim.system),
      )?.ref;
  }

  private add({ ref, name, system, annotations }: Named) {
    const text = (key: string) =>
      typeof annotations[key] === 'string' && annotations[key]
        ? (annotations[key] as string)
        : undefined;
    const selector = text(SELECTOR);
    const claim: Claim = {
      ref,
      namespace: text(NAMESPACE),
      system: system?.split('/').pop(),
    };
    if (selector !== undefined) {
      const parsed = parseLabelSelector(selector);
      if (parsed) this.selecting.push({ ...claim, selector: parsed });
      return;
    }
    const id = text(ID);
    if (id !== undefined) push(this.byId, id, claim);
    push(this.byAppName, id ?? name, claim);
  }
}

function push(map: Map<string, Claim[]>, key: string, claim: Claim) {
  const claims = map.get(key);
  if (claims) claims.push(claim);
  else map.set(key, [claim]);
}
