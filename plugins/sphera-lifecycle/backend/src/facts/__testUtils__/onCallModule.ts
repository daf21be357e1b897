import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  lifecycleFactsExtensionPoint,
  type Seen,
} from '@sphera/plugin-lifecycle-node';

/** Tells whether somebody is on call for a service, by what Kestrel's roster says. */
export const onCallModule = createBackendModule({
  pluginId: 'sphera-lifecycle',
  moduleId: 'kestrel-on-call',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        lifecycle: lifecycleFactsExtensionPoint,
      },
      async init({ config, lifecycle }) {
        const url = config.getString('kestrel.roster.url');
        lifecycle.addSource({
          id: 'on-call',
          title: 'The roster',
          facts: [{ id: 'on-call-set', title: 'Somebody is on call' }],
          lookEvery: 600_000,
          async look(services, signal) {
            // One call for all services: what it throws marks the facts of all.
            const response = await fetch(`${url}/roster.json`, { signal });
            const roster: Record<string, string> = await response.json();
            return new Map(
              services.map(({ ref, name }): [string, Seen] => {
                const person = roster[name];
                const fact = {
                  holds: person !== undefined,
                  sentence: person
                    ? `${person} is on call`
                    : 'Nobody is on call: enter somebody in the roster',
                  link: { title: 'Roster', url: `${url}/${name}` },
                };
                return [ref, { facts: { 'on-call-set': fact } }];
              }),
            );
          },
        });
      },
    });
  },
});
