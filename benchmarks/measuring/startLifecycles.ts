import { createBackendModule } from '@backstage/backend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { lifecyclePlugin } from '../../plugins/sphera-lifecycle/backend/src';
import {
  type FactSource,
  lifecycleFactsExtensionPoint,
} from '../../plugins/sphera-lifecycle/node/src';
import { type Portal, startPortal } from './Portal';
import { nameOf } from './services';

/** Facts of the path, one for each stage but the first, in their order. */
const FACTS = ['code-there', 'build-passed', 'runs', 'ready', 'live'];

const stages = [
  {
    name: 'design',
    title: 'Design',
    steps: [
      { name: 'review', title: 'Review', approvers: ['group:default/team-0'] },
    ],
  },
  ...FACTS.map(fact => ({
    name: `stage-${fact}`,
    title: `Stage ${fact}`,
    steps: [{ name: fact, title: `Step ${fact}`, facts: [fact] }],
  })),
];

/** Life cycles of all services in the catalog, and their facts in the hands of a benchmark. */
export interface Lifecycles {
  portal: Portal;
  /** So many facts hold of these services from now on, from the first. */
  hold(services: readonly number[], facts: number): void;
}

/**
 * Starts a portal whose services are at all stages of a path.
 * @param company - file with the entities of the catalog
 */
export async function startLifecycles(company: string): Promise<Lifecycles> {
  const held = new Map<string, number>();
  let changed: (services?: readonly string[]) => void = () => {};
  const source: FactSource = {
    id: 'benchmark',
    title: 'The benchmark',
    facts: FACTS.map(id => ({ id, title: id })),
    lookEvery: 3_600_000,
    async look(services) {
      return new Map(
        services.map(({ ref, name }) => {
          const count = held.get(name) ?? Number(name.split('-')[1]) % 6;
          const facts = FACTS.map((id, at) => [
            id,
            { holds: at < count, sentence: `${id} of ${name}` },
          ]);
          return [ref, { facts: Object.fromEntries(facts) }] as const;
        }),
      );
    },
    onChange(listener) {
      changed = listener;
    },
  };
  const portal = await startPortal({
    features: [
      catalogPlugin,
      lifecyclePlugin,
      createBackendModule({
        pluginId: 'sphera-lifecycle',
        moduleId: 'benchmark',
        register(env) {
          env.registerInit({
            deps: { lifecycle: lifecycleFactsExtensionPoint },
            async init({ lifecycle }) {
              lifecycle.addSource(source);
            },
          });
        },
      }),
    ],
    operations: ['sphera-lifecycle:*'],
    sphera: { lifecycle: { stages } },
    config: {
      catalog: {
        // Whoever is measured while the catalog reads again would pay for it.
        processingInterval: { hours: 1 },
        rules: [{ allow: ['Component', 'Group'] }],
        locations: [{ type: 'file', target: company }],
      },
    },
  });
  return {
    portal,
    hold(services, facts) {
      for (const one of services) held.set(nameOf(one), facts);
      changed(services.map(one => `component:default/${nameOf(one)}`));
    },
  };
}
