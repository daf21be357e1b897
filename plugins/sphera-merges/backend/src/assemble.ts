import { randomUUID } from 'node:crypto';
import type {
  AuthService,
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type OperationsService,
  type ServiceDirectory,
  systemClock,
} from '@sphera/plugin-operations-node';
import { openGitHub } from './adapters/github/openGitHub';
import { Exemptions } from './exempting/Exemptions';
import { People } from './exempting/People';
import { Hooks } from './hearing/Hooks';
import { Looking } from './Looking';
import { readSettings } from './settings/readSettings';
import { openStores } from './storage/openStores';
import { MergeSwitch } from './syncing/MergeSwitch';
import { OrganizationSwitch } from './syncing/OrganizationSwitch';
import { RepositorySync } from './syncing/RepositorySync';
import { RepositoryWork } from './syncing/RepositoryWork';
import { Worker } from './syncing/Worker';
import { OrganizationRepositories } from './wishes/OrganizationRepositories';
import { repositoriesOf } from './wishes/repositoriesOf';
import { WishKeeper } from './wishes/WishKeeper';

/** What there is where merges are looked after. */
export type Acting = NonNullable<
  Awaited<ReturnType<typeof assemble>>['acting']
>;

/** Puts the parts of this capability together: here the clock comes in. */
export async function assemble(deps: {
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  database: DatabaseService;
  directory: ServiceDirectory;
  logger: LoggerService;
  operations: OperationsService;
}) {
  const settings = readSettings(deps.config);
  const stores = await openStores(deps.database, randomUUID());
  if (!settings) return { stores };

  const github = openGitHub(deps.config, settings);
  const given = { ...deps, settings, stores, github, clock: systemClock };
  const allowed = settings.exemption?.people ?? [];
  const exemptions = new Exemptions({
    ...given,
    people: new People({ ...deps, allowed }),
  });
  const organizations = new OrganizationSwitch(given);
  const mergeSwitch = new MergeSwitch({ ...given, organizations });
  const sync = new RepositorySync({ ...given, mergeSwitch, exemptions });
  const work = new RepositoryWork({ ...given, sync });
  const worker = new Worker({ ...given, work });
  const integrations = ScmIntegrations.fromConfig(deps.config);
  const listed = new OrganizationRepositories({
    ...given,
    organizations: settings.organizations,
    store: stores.repositories,
  });
  const wishes = new WishKeeper({
    ...given,
    except: settings.except,
    async repositories(services) {
      const others = [...settings.repositories, ...(await listed.names())];
      return repositoriesOf(services, {
        others,
        except: settings.except,
        host: settings.host,
        integrations,
      });
    },
    onWish: () => worker.wake(),
  });
  const hooks = new Hooks(given);
  const looking = new Looking({ ...given, hooks, listed, wishes, worker });
  return { stores, settings, acting: { settings, wishes, worker, looking } };
}
