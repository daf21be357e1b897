import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { links } from '../__testUtils__/links';
import { renderHub } from '../__testUtils__/renderHub';
import { row, ServicesOfTest } from '../__testUtils__/ServicesOfTest';

function hubWithLinks(given = links) {
  const services = new ServicesOfTest();
  services.rows = [row('payments', { title: 'Payments' }), row('quotes')];
  services.links = given;
  renderHub(services);
  return services;
}
const button = () => screen.findByRole('button', { name: 'Links of Payments' });
const open = async () => userEvent.click(await button());
const asked = (services: ServicesOfTest) =>
  services.asked.filter(question => 'service' in question);

describe('the links of a service in the hub', () => {
  it('open from its row, under headings, each in a tab of its own', async () => {
    hubWithLinks();
    await open();
    const live = await screen.findByRole('group', { name: 'Live' });
    const datadog = within(live).getByRole('menuitem', { name: 'Datadog' });
    expect(datadog).toHaveAttribute(
      'href',
      'https://metrics.example/production',
    );
    expect(datadog).toHaveAttribute('target', '_blank');
    expect(datadog).toHaveAttribute('rel', 'noopener noreferrer');
    expect(
      within(live).getByRole('menuitem', { name: 'Argo CD: Frankfurt' }),
    ).toHaveAttribute('href', 'https://gitops.example/eu');
    expect(
      within(screen.getByRole('group', { name: 'Code' })).getByRole(
        'menuitem',
        { name: 'GitHub' },
      ),
    ).toBeVisible();
  });

  it('are asked for when they are opened, not for each row', async () => {
    const services = hubWithLinks();
    await button();
    expect(asked(services)).toEqual([]);
    await open();
    await screen.findByRole('menuitem', { name: 'GitHub' });
    expect(asked(services)).toEqual([
      { service: 'component:default/payments' },
    ]);
  });

  it('open and close with the keyboard', async () => {
    hubWithLinks();
    (await button()).focus();
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('menuitem', { name: 'GitHub' });
    await userEvent.keyboard('{End}');
    await waitFor(() =>
      expect(
        screen.getByRole('menuitem', { name: 'Argo CD: Frankfurt' }),
      ).toHaveFocus(),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(async () => expect(await button()).toHaveFocus());
    await waitFor(() =>
      expect(screen.queryByRole('menuitem')).not.toBeInTheDocument(),
    );
  });

  it('leave out what is not set up', async () => {
    hubWithLinks();
    await open();
    await screen.findByRole('menuitem', { name: 'GitHub' });
    expect(
      screen.queryByRole('menuitem', { name: /PagerDuty/ }),
    ).not.toBeInTheDocument();
  });

  it('say where there are none', async () => {
    hubWithLinks([]);
    await open();
    expect(
      await screen.findByRole('menuitem', { name: 'No links yet' }),
    ).toHaveAttribute('aria-disabled', 'true');
  });

  it('can be asked for again where they could not be loaded', async () => {
    const services = hubWithLinks();
    await button();
    services.fail(500, 'nobody knows');
    await open();
    const again = await screen.findByRole('menuitem', { name: /Try again/ });
    services.fail();
    await userEvent.click(again);
    expect(
      await screen.findByRole('menuitem', { name: 'GitHub' }),
    ).toBeVisible();
  });
});
