import {
  createTestEntityPage,
  catalogApiMock,
} from '@backstage/plugin-catalog-react/testUtils';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { screen } from '@testing-library/react';
import { AuditOfTest, record } from './__testUtils__/AuditOfTest';
import plugin from './plugin';

const service = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments', namespace: 'default' },
  spec: { type: 'microservice' },
};

describe('the plugin', () => {
  it('has a page of its own', async () => {
    renderTestApp({
      features: [plugin],
      apis: [
        [operationsApiRef, new AuditOfTest()],
        [permissionApiRef, mockApis.permission()],
      ],
      initialRouteEntries: ['/audit'],
    });
    expect(await screen.findByText('Nothing has been done yet')).toBeVisible();
  });

  it('gives each service a tab with what was done to it, and to no other', async () => {
    const audit = new AuditOfTest();
    audit.records = [
      record({ seq: 4, service: 'component:default/search', reason: 'other' }),
      record({ seq: 2 }),
    ];
    renderTestApp({
      features: [plugin],
      extensions: [createTestEntityPage({ entity: service })],
      apis: [
        [operationsApiRef, audit],
        [permissionApiRef, mockApis.permission()],
        catalogApiMock({ entities: [service] }),
      ],
    });
    expect(await screen.findByText('1 action')).toBeInTheDocument();
    expect(await screen.findByText('incident 4711')).toBeInTheDocument();
    expect(screen.queryByText('other')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /All services/ }),
    ).not.toBeInTheDocument();
    expect(audit.searches[0]).toMatchObject({
      service: 'component:default/payments',
    });
  });
});
