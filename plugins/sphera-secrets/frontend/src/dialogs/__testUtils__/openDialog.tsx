import { toastApiRef } from '@backstage/frontend-plugin-api';
import {
  createApiMock,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  AuthorizeResult,
  EvaluatePermissionRequest,
} from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { Button } from '@backstage/ui';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mutate } from 'swr';
import { fleetConfig } from '../../tab/__testUtils__/answers';
import type { SecretsDialogs } from '../SecretsDialogs';
import { useSecretsDialogs } from '../useSecretsDialogs';
import { OperationsOfTest } from './OperationsOfTest';

/** The service that the dialogs are about in tests. */
export const quotes = 'component:default/quotes';

function Opener(props: { open(dialogs: SecretsDialogs): void }) {
  const dialogs = useSecretsDialogs();
  return <Button onPress={() => props.open(dialogs)}>Open</Button>;
}

/** Opens a dialog from a page, as somebody who may do what `may` says. */
export async function openDialog(
  open: (dialogs: SecretsDialogs) => void,
  options: {
    operations?: OperationsOfTest;
    may?: (request: EvaluatePermissionRequest) => boolean;
    user?: ReturnType<typeof userEvent.setup>;
  } = {},
) {
  const { operations = new OperationsOfTest(), may = () => true } = options;
  const { user = userEvent.setup({ delay: null }) } = options;
  const post = jest.fn();
  const authorize = (request: EvaluatePermissionRequest) =>
    may(request) ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
  // Each test asks for permissions anew; dialogs are drawn outside of any provider. With
  // `revalidate`, answers that are still on their way are forgotten, too.
  await mutate(() => true, undefined, { revalidate: true });
  renderInTestApp(<Opener open={open} />, {
    apis: [
      createApiMock(toastApiRef, () => ({ post }))(),
      [operationsApiRef, operations],
      [permissionApiRef, mockApis.permission({ authorize })],
      [signalApiRef, { subscribe: () => ({ unsubscribe() {} }) }],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
      sphera: { fleet: fleetConfig },
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Open' }));
  const dialog = await screen.findByRole('dialog');
  return { operations, dialog, user, post };
}
