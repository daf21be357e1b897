import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';

/**
 * Asks the portal for a WebSocket once it has started. The signals plugin
 * begins to listen at the first request for one, which it leaves without an
 * answer (signals-backend 0.3.19): better ours than a person's browser.
 */
export default createBackendModule({
  pluginId: 'signals',
  moduleId: 'first-web-socket',
  register(module) {
    module.registerInit({
      deps: {
        discovery: coreServices.discovery,
        lifecycle: coreServices.rootLifecycle,
      },
      async init({ discovery, lifecycle }) {
        lifecycle.addStartupHook(async () => {
          const url = await discovery.getBaseUrl('signals');
          // Not awaited: the server listens only once every start-up hook has run.
          void askForWebSocket(url);
        });
      },
    });
  },
});

async function askForWebSocket(url: string) {
  for (let tries = 0; tries < 20; tries++) {
    if (await leftWithoutAnswer(url)) return;
    await sleep(250);
  }
}

/** Whether a WebSocket was asked for and nobody said no: what the plugin does the first time. */
function leftWithoutAnswer(url: string): Promise<boolean> {
  return new Promise(resolve => {
    const asked = request(url, {
      headers: { connection: 'upgrade', upgrade: 'websocket' },
      timeout: 500,
    });
    const end = (unanswered: boolean) => {
      asked.destroy();
      resolve(unanswered);
    };
    asked.on('timeout', () => end(true));
    asked.on('response', () => end(false));
    asked.on('error', () => end(false));
    asked.end();
  });
}
