import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';

/** Stands for sphera-locks: its gate is open, and nothing is locked. */
export const openGate = createBackendPlugin({
  pluginId: 'sphera-locks',
  register(env) {
    env.registerInit({
      deps: { http: coreServices.httpRouter },
      async init({ http }) {
        http.use((request, response) => {
          const asked = new URL(request.url, 'http://gate').searchParams;
          response.json({
            ...Object.fromEntries(asked),
            allowed: true,
            locks: [],
          });
        });
      },
    });
  },
});
