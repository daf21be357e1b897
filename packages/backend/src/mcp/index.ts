import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { clearBodyErrors } from '@sphera/plugin-operations-node';
import express from 'express';

/**
 * Reads the bodies of MCP calls before the plugin does (modules come first): its own
 * answer to one that is no JSON repeats the whole of it, and so a secret that an agent
 * sent (mcp-actions-backend 0.2.2).
 */
export default createBackendModule({
  pluginId: 'mcp-actions',
  moduleId: 'bodies-not-repeated',
  register(module) {
    module.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = express.Router();
        router.use(express.json());
        router.use(clearBodyErrors);
        httpRouter.use(router);
      },
    });
  },
});
