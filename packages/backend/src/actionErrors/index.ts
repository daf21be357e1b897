import { actionsServiceFactory } from '@backstage/backend-defaults/alpha';
import {
  type ActionsService,
  actionsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

/** What of the stock factory is used: how it makes its service. */
interface Stock {
  factory(deps: object): ActionsService | Promise<ActionsService>;
}

/**
 * Actions as they are in stock, but what one refuses is told in its own words: the scaffolder would write "Request failed
 * with 503 Service Unavailable" to the log of a task, and nothing of what was wrong.
 */
export const clearActionErrors = createServiceFactory({
  service: actionsServiceRef,
  deps: {
    auth: coreServices.auth,
    config: coreServices.rootConfig,
    discovery: coreServices.discovery,
    logger: coreServices.logger,
  },
  async factory(deps): Promise<ActionsService> {
    const stock = await (actionsServiceFactory as unknown as Stock).factory(
      deps,
    );
    return {
      list: options => stock.list(options),
      invoke: options =>
        stock.invoke(options).catch(error => {
          throw error instanceof ResponseError ? inItsOwnWords(error) : error;
        }),
    };
  },
});

function inItsOwnWords(error: ResponseError): ResponseError {
  const { message } = error.body.error;
  return Object.defineProperties(error, {
    message: { value: message },
    stack: { value: message },
  });
}
