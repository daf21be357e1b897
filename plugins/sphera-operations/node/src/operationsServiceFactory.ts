import {
  coreServices,
  createServiceFactory,
  ServiceRef,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import { gate } from '@sphera/plugin-locks-common';
import {
  createOperationsClient,
  Operation,
  parseTarget,
} from '@sphera/plugin-operations-common';
import type { RequestHandler } from 'express';
import { DatabaseChangeFeed } from './changes/DatabaseChangeFeed';
import { passOnChanges } from './changes/passOnChanges';
import { registerActions } from './doors/actions';
import { clearBodyErrors } from './doors/clearBodyErrors';
import { httpDoor } from './doors/http';
import type { OperationsService } from './OperationsService';
import { readCallers } from './permissions/callers';
import { targetResourceRef } from './permissions/targetResource';
import { targetRules } from './permissions/targetRules';
import { AuditTrail } from './pipeline/AuditTrail';
import { createAuthorizer } from './pipeline/authorize';
import { HandledOperation, Pipeline } from './pipeline/Pipeline';
import { pluginTransport } from './pluginTransport';
import { serviceDirectoryServiceRef } from './directory/serviceDirectoryServiceRef';

/** Builds the kernel of each plugin that asks for it: wiring only. */
export const operationsServiceFactory = (
  service: ServiceRef<OperationsService, 'plugin'>,
) =>
  createServiceFactory({
    service,
    deps: {
      actionsRegistry: actionsRegistryServiceRef,
      auditor: coreServices.auditor,
      auth: coreServices.auth,
      config: coreServices.rootConfig,
      database: coreServices.database,
      directory: serviceDirectoryServiceRef,
      discovery: coreServices.discovery,
      events: eventsServiceRef,
      fleet: fleetServiceRef,
      httpAuth: coreServices.httpAuth,
      httpRouter: coreServices.httpRouter,
      lifecycle: coreServices.lifecycle,
      logger: coreServices.logger,
      permissions: coreServices.permissions,
      permissionsRegistry: coreServices.permissionsRegistry,
      plugin: coreServices.pluginMetadata,
      signals: signalsServiceRef,
    },
    async factory(deps): Promise<OperationsService> {
      const { auth, directory, fleet, logger, permissionsRegistry } = deps;
      const plugin = deps.plugin.getId();
      const handled = new Map<string, HandledOperation>();
      const client = (credentials?: Parameters<OperationsService['ask']>[2]) =>
        createOperationsClient(pluginTransport(deps, credentials?.credentials));

      const resourceRef = targetResourceRef(plugin);
      permissionsRegistry.addResourceType({
        resourceRef,
        rules: Object.values(targetRules(plugin)),
        getResources: refs =>
          Promise.all(
            refs.map(async ref => {
              const target = parseTarget(ref);
              const entry =
                target.service && (await directory.get(target.service));
              return { ...target, owners: entry ? entry.owners : [] };
            }),
          ),
      });

      const changes = await DatabaseChangeFeed.open(deps.database, logger);
      deps.lifecycle.addShutdownHook(() => changes.stop());
      passOnChanges(plugin, changes, deps);

      const pipeline = new Pipeline({
        auth,
        logger,
        fleet,
        directory,
        authorizer: createAuthorizer({
          auth,
          permissions: deps.permissions,
          ruleset: permissionsRegistry.getPermissionRuleset(resourceRef),
          callers: readCallers(deps.config),
          logger,
        }),
        askGate: question => client().call(gate, question),
        audit: new AuditTrail(deps.auditor, logger),
        changes,
      });
      deps.httpRouter.use(
        httpDoor({ plugin, handled, pipeline, httpAuth: deps.httpAuth }),
      );
      // Here rather than in the door: the routes of actions have a body parser, too.
      deps.httpRouter.use(clearBodyErrors as unknown as RequestHandler);

      return {
        handle(operation, handler, options = {}) {
          const one = {
            operation,
            handler,
            options,
          } as unknown as HandledOperation;
          own(operation);
          handled.set(operation.name, one);
          if (operation.internal) return;
          permissionsRegistry.addPermissions([operation.permission]);
          registerActions(deps.actionsRegistry, one, pipeline);
        },
        async run(operation, input, onBehalfOf) {
          own(operation);
          const one = handled.get(operation.name);
          if (!one) throw new InputError(`${operation.id} has no handler`);
          return pipeline.carryOutOnBehalf(one, input, onBehalfOf) as never;
        },
        async may(operation, target, credentials) {
          own(operation);
          return pipeline.may(operation, target, credentials);
        },
        ask: (operation, input, options) =>
          client(options).call(operation, input),
        onChange: listener => changes.subscribe(listener),
        announce: target => changes.publish(target),
        announceHere: target => changes.tellHere(target),
      };

      function own(operation: Operation) {
        if (operation.plugin !== plugin) {
          throw new InputError(
            `${operation.id} belongs to ${operation.plugin}, not to ${plugin}`,
          );
        }
      }
    },
  });
