import { EventShelf, eventTopic, MOST_EVENTS } from './EventShelf';
import { selects } from './LabelSelector';
import { podBaseOf } from './podNames';
import type {
  AutoscalerRecord,
  DeploymentRecord,
  DisruptionBudgetRecord,
  EventRecord,
  ObjectRecord,
  PodRecord,
  RecordsByKind,
  ReplicaSetRecord,
  WatchedKind,
} from './records';
import { Shelf } from './Shelf';

const nameOf = ({ namespace, name }: ObjectRecord) => `${namespace}/${name}`;
const DEPLOYMENT = 'Deployment';

/** The records of one cluster and how they belong together. */
export class ClusterMemory {
  readonly deployments = new Shelf<DeploymentRecord, 'name' | 'namespace'>({
    name: nameOf,
    namespace: ({ namespace }) => namespace,
  });
  readonly replicaSets = new Shelf<ReplicaSetRecord, 'owner' | 'podBase'>({
    owner: ({ owner }) => owner,
    podBase: ({ namespace, name }) => `${namespace}/${podBaseOf(name)}`,
  });
  readonly pods = new Shelf<PodRecord, 'owner' | 'name'>({
    owner: ({ owner }) => owner,
    name: nameOf,
  });
  readonly autoscalers = new Shelf<AutoscalerRecord, 'target' | 'name'>({
    target: ({ namespace, target }) =>
      target.kind === DEPLOYMENT ? `${namespace}/${target.name}` : undefined,
    name: nameOf,
  });
  readonly disruptionBudgets = new Shelf<DisruptionBudgetRecord, 'namespace'>({
    namespace: ({ namespace }) => namespace,
  });
  readonly events: EventShelf;

  constructor(now: () => number) {
    this.events = new EventShelf(now);
  }

  put<K extends WatchedKind>(kind: K, record: RecordsByKind[K]): void {
    const shelf = this[kind] as { put(record: ObjectRecord): void };
    shelf.put(record);
  }

  /** Answers what was removed. */
  remove<K extends WatchedKind>(
    kind: K,
    uid: string,
  ): RecordsByKind[K] | undefined {
    return this[kind].remove(uid) as RecordsByKind[K] | undefined;
  }

  /** In one step: nobody sees it half done. */
  replace<K extends WatchedKind>(kind: K, records: RecordsByKind[K][]): void {
    this[kind].clear();
    for (const record of records) this.put(kind, record);
  }

  /** The newest revision first. */
  replicaSetsOf({ uid }: DeploymentRecord): ReplicaSetRecord[] {
    return this.replicaSets
      .find('owner', uid)
      .sort((one, other) => other.revision - one.revision);
  }

  /** The oldest first. */
  podsOf(deployment: DeploymentRecord): PodRecord[] {
    return this.replicaSets
      .find('owner', deployment.uid)
      .flatMap(({ uid }) => this.pods.find('owner', uid))
      .sort(
        (one, other) =>
          one.createdAt - other.createdAt || (one.name < other.name ? -1 : 1),
      );
  }

  autoscalersOf(deployment: DeploymentRecord): AutoscalerRecord[] {
    return this.autoscalers.find('target', nameOf(deployment));
  }

  budgetsOf({
    namespace,
    podLabels,
  }: DeploymentRecord): DisruptionBudgetRecord[] {
    return this.disruptionBudgets
      .find('namespace', namespace)
      .filter(budget => covers(budget, podLabels));
  }

  /** The newest first, at most 50. */
  eventsOf(deployment: DeploymentRecord): EventRecord[] {
    const { namespace, name } = deployment;
    const under = (kind: string, about: string) =>
      this.events.under(eventTopic(kind, namespace, about));
    return [
      ...under(DEPLOYMENT, name),
      ...this.replicaSets
        .find('owner', deployment.uid)
        .flatMap(({ name: replicaSet }) => [
          ...under('ReplicaSet', replicaSet),
          ...this.events.under(`Pod/${namespace}/${podBaseOf(replicaSet)}`),
        ]),
      ...this.autoscalersOf(deployment).flatMap(autoscaler =>
        under('HorizontalPodAutoscaler', autoscaler.name),
      ),
    ]
      .sort((one, other) => other.lastAt - one.lastAt)
      .slice(0, MOST_EVENTS);
  }

  deploymentOfPod({ owner = '' }: PodRecord): DeploymentRecord | undefined {
    return this.deploymentOfReplicaSet(this.replicaSets.get(owner));
  }

  deploymentOfAutoscaler({
    namespace,
    target,
  }: AutoscalerRecord): DeploymentRecord | undefined {
    return target.kind === DEPLOYMENT
      ? this.deployments.findOne('name', `${namespace}/${target.name}`)
      : undefined;
  }

  /** The deployments that a record says something of. */
  deploymentsConcerned<K extends WatchedKind>(
    kind: K,
    record: RecordsByKind[K],
  ): DeploymentRecord[] {
    return [this.concerned[kind](record) ?? []].flat();
  }

  private readonly concerned: {
    [K in WatchedKind]: (
      record: RecordsByKind[K],
    ) => DeploymentRecord | DeploymentRecord[] | undefined;
  } = {
    deployments: record => record,
    replicaSets: record => this.deploymentOfReplicaSet(record),
    pods: record => this.deploymentOfPod(record),
    autoscalers: record => this.deploymentOfAutoscaler(record),
    disruptionBudgets: budget =>
      this.deployments
        .find('namespace', budget.namespace)
        .filter(({ podLabels }) => covers(budget, podLabels)),
    events: event => this.deploymentOfEvent(event),
  };

  private deploymentOfReplicaSet(replicaSet?: ReplicaSetRecord) {
    return this.deployments.get(replicaSet?.owner ?? '');
  }

  private deploymentOfEvent({ namespace, about }: EventRecord) {
    const name = `${namespace}/${about.name}`;
    switch (about.kind) {
      case DEPLOYMENT:
        return this.deployments.findOne('name', name);
      case 'HorizontalPodAutoscaler': {
        const autoscaler = this.autoscalers.findOne('name', name);
        return autoscaler && this.deploymentOfAutoscaler(autoscaler);
      }
      default: {
        const topic = eventTopic('Pod', namespace, about.name);
        const base =
          about.kind === 'Pod'
            ? topic.slice('Pod/'.length)
            : `${namespace}/${podBaseOf(about.name)}`;
        return this.deploymentOfReplicaSet(
          this.replicaSets.findOne('podBase', base),
        );
      }
    }
  }
}

function covers(
  { selector, expressions = [] }: DisruptionBudgetRecord,
  labels: Record<string, string>,
): boolean {
  return (
    Object.entries(selector).every(([key, value]) => labels[key] === value) &&
    selects(expressions, labels)
  );
}
