import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import plugin from './plugin';
import { LocksOfTest } from './__testUtils__/LocksOfTest';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments', namespace: 'default' },
};

function renderApp(path?: string) {
  const locks = new LocksOfTest();
  renderTestApp({
    features: [plugin],
    extensions: path ? [] : [createTestEntityPage({ entity })],
    initialRouteEntries: path ? [path] : undefined,
    apis: [
      [operationsApiRef, locks],
      [permissionApiRef, mockApis.permission()],
      catalogApiMock({ entities: [entity] }),
    ],
  });
  return locks;
}

describe('The locks plugin', () => {
  it('opens its page on what is locked now', async () => {
    renderApp('/locks');
    expect(await screen.findByText('Nothing is locked')).toBeVisible();
    expect(await screen.findByRole('tab', { name: 'Now' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('has an address for windows and for history', async () => {
    renderApp('/locks/history');
    expect(await screen.findByText('No lock has ended yet')).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: 'Windows' }));
    expect(await screen.findByText('No freeze windows')).toBeVisible();
  });

  it('puts its card on the page of a service', async () => {
    renderApp();
    expect(await screen.findByText(/Open: no lock/)).toBeVisible();
  });
});
