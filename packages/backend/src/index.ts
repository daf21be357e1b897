import { createBackend } from '@backstage/backend-defaults';
import { persistingAuditorFactory } from '@sphera/plugin-audit-backend';
import { stockClustersModule } from '@sphera/plugin-kubernetes-backend';
import { clearActionErrors } from './actionErrors';
import { linksInSearchModule } from '@sphera/plugin-services-backend';

const backend = createBackend();

backend.add(import('@sphera/plugin-services-backend'));
backend.add(import('@sphera/plugin-locks-backend'));
backend.add(import('@sphera/plugin-kubernetes-backend'));
backend.add(import('@sphera/plugin-secrets-backend'));
backend.add(import('@sphera/plugin-rollback-backend'));
backend.add(import('@sphera/plugin-flags-backend'));
backend.add(import('@sphera/plugin-creation-backend'));
backend.add(import('@sphera/plugin-lifecycle-backend'));
backend.add(import('@sphera/plugin-merges-backend'));
backend.add(import('@sphera/plugin-audit-backend'));
backend.add(persistingAuditorFactory);
backend.add(clearActionErrors);

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('./signIn'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./policy'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);

backend.add(import('@backstage/plugin-techdocs-backend'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));
backend.add(linksInSearchModule);

backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(stockClustersModule);
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-events-backend-module-github'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('./signals'));
backend.add(import('@backstage/plugin-notifications-backend'));

backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('./mcp'));

// Backstage would only log why it did not start, and stay.
backend.start().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
