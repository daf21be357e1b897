import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { operationsApiRef } from '@sphera/plugin-operations-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { config } from '../__testUtils__/config';
import { links } from '../__testUtils__/links';
import { ServicesOfTest } from '../__testUtils__/ServicesOfTest';
import { LinksCard } from './LinksCard';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments', namespace: 'default', title: 'Payments' },
};

function renderCard(services: ServicesOfTest) {
  renderInTestApp(
    <EntityProvider entity={entity}>
      <LinksCard />
    </EntityProvider>,
    {
      apis: [[operationsApiRef, services]],
      config,
    },
  );
}
function withLinks(given = links) {
  const services = new ServicesOfTest();
  services.links = given;
  return services;
}
const under = (title: string) => screen.findByRole('region', { name: title });

describe('the card with the links of a service', () => {
  it('has what is about the service by group, then each environment', async () => {
    renderCard(withLinks());
    const github = within(await under('Code')).getByRole('link');
    expect(github).toHaveTextContent('GitHub');
    expect(github).toHaveAttribute('href', 'https://code.example/payments');
    expect(github).toHaveAttribute('target', '_blank');
    expect(
      within(await under('Live'))
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['Datadog', 'Argo CD: Frankfurt']);
    expect(
      screen
        .getAllByRole('heading', { level: 4 })
        .map(heading => heading.textContent),
    ).toEqual(['Code', 'Service', 'Staging', 'Live']);
  });

  it('says what is not set up, and what is lacking', async () => {
    renderCard(withLinks());
    expect(await under('Service')).toHaveTextContent(
      'PagerDuty is not set up: Payments has no annotation pagerduty.com/service-id',
    );
  });

  it('says where links come from, where there are none', async () => {
    renderCard(withLinks([]));
    expect(await screen.findByText(/No links yet/)).toHaveTextContent(
      'sphera.links',
    );
  });

  it('says what went wrong and tries again', async () => {
    const services = withLinks();
    services.fail(503, 'The catalog does not answer');
    renderCard(services);
    expect(
      await screen.findByText('The catalog does not answer'),
    ).toBeVisible();
    services.fail();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'GitHub' })).toBeVisible();
  });
});
