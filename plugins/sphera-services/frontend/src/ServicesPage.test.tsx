import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderHub } from './__testUtils__/renderHub';
import { row, ServicesOfTest } from './__testUtils__/ServicesOfTest';

function hubOf(...rows: ReturnType<typeof row>[]) {
  const services = new ServicesOfTest();
  services.rows = rows;
  return services;
}

const payments = row('payments', {
  title: 'Payments',
  purpose: 'Takes the money',
  owners: [{ ref: 'group:default/money', title: 'Money' }],
  facts: { locks: 'incident 4711' },
});
const lastQuestion = (services: ServicesOfTest) => services.asked.at(-1);

describe('the hub', () => {
  it('is the first page and tells of each service what one needs to know', async () => {
    renderHub(hubOf(payments, row('quotes')), { columns: 'locks' });
    const name = await screen.findByRole('link', { name: 'Payments' });
    expect(name).toHaveAttribute('href', '/catalog/default/component/payments');
    const line = screen.getByRole('row', { name: /Payments/ });
    for (const said of [
      'Takes the money',
      'Money',
      'microservice',
      'Production',
      'Staging',
      'Live',
    ]) {
      expect(within(line).getByText(said)).toBeVisible();
    }
    expect(
      await within(line).findByText('Locked: incident 4711'),
    ).toBeVisible();
    expect(screen.getByText('2 services')).toBeVisible();
    expect(
      screen.getAllByRole('columnheader').map(header => header.textContent),
    ).toEqual([
      'Service',
      'Owner',
      'Type',
      'Stage',
      'Live in',
      'Locks',
      'Links',
    ]);
  });

  it('says once in which environments a service is, where there is little room', async () => {
    renderHub(hubOf(payments), { columns: 'locks and versions' });
    await screen.findByRole('row', { name: /Payments/ });
    expect(
      screen.getAllByRole('columnheader').map(header => header.textContent),
    ).toEqual([
      'Service',
      'Owner',
      'Type',
      'Stage',
      'Locks',
      'Versions',
      'Links',
    ]);
  });

  it('says who or what is missing in plain words', async () => {
    renderHub(
      hubOf(
        row('idea', { owners: [], lifecycle: undefined, environments: [] }),
      ),
    );
    const line = await screen.findByRole('row', { name: /idea/ });
    for (const said of ['Nobody', 'Unknown', 'Not live']) {
      expect(within(line).getByText(said)).toBeVisible();
    }
  });

  it('searches while one types', async () => {
    const services = hubOf(payments, row('quotes'));
    renderHub(services);
    await screen.findByText('2 services');
    await userEvent.type(screen.getByRole('searchbox'), 'Pay ments');
    await waitFor(() =>
      expect(lastQuestion(services)).toMatchObject({ text: 'Pay ments' }),
    );
    expect(screen.getByRole('searchbox')).toHaveValue('Pay ments');
    expect(await screen.findByText('No service matches')).toBeVisible();

    await userEvent.click(
      screen.getByRole('button', { name: 'Show all services' }),
    );
    expect(await screen.findByText('2 services')).toBeVisible();
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('filters by what there is, and takes filters off again', async () => {
    const services = hubOf(payments, row('quotes'));
    renderHub(services);
    await userEvent.click(await screen.findByRole('button', { name: /Team/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Money (1)' }),
    );
    expect(await screen.findByText('1 service')).toBeVisible();
    expect(lastQuestion(services)).toMatchObject({
      team: 'group:default/money',
    });

    await userEvent.click(screen.getByRole('button', { name: 'Mine' }));
    expect(await screen.findByText('No service matches')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('2 services')).toBeVisible();
  });

  it('shows only what is locked', async () => {
    renderHub(hubOf(payments, row('quotes')));
    await screen.findByText('2 services');
    await userEvent.click(screen.getByRole('button', { name: 'Locked only' }));
    expect(await screen.findByText('1 service')).toBeVisible();
    expect(screen.queryByText('quotes')).not.toBeInTheDocument();
  });

  it('sorts by any column that can be, a contributed one too', async () => {
    const services = hubOf(payments);
    renderHub(services, { columns: 'locks' });
    await userEvent.click(
      await screen.findByRole('columnheader', { name: 'Owner' }),
    );
    await waitFor(() =>
      expect(lastQuestion(services)).toMatchObject({ orderBy: 'owner' }),
    );
    const locks = screen.getByRole('columnheader', { name: 'Locks' });
    await userEvent.click(locks);
    await userEvent.click(locks);
    await waitFor(() =>
      expect(lastQuestion(services)).toMatchObject({
        orderBy: 'locks',
        order: 'desc',
      }),
    );
  });

  it('pages through many services and back', async () => {
    const services = hubOf(
      ...Array.from({ length: 120 }, (_, index) => row(`service-${index}`)),
    );
    renderHub(services);
    expect(await screen.findByText('1 - 50 of 120')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    expect(await screen.findByText('51 - 100 of 120')).toBeVisible();
    expect(screen.getByText('service-50')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /previous/i }));
    expect(await screen.findByText('1 - 50 of 120')).toBeVisible();
  });

  it('opens at the question in its address', async () => {
    const services = hubOf(payments);
    renderHub(services, {
      path: '/?team=group:default/money&locked=true&orderBy=owner&order=desc&limit=25',
    });
    await screen.findByText('1 service');
    expect(lastQuestion(services)).toEqual({
      team: 'group:default/money',
      locked: true,
      orderBy: 'owner',
      order: 'desc',
      limit: 25,
    });
  });

  it('goes back to the first page from one that is no more', async () => {
    renderHub(hubOf(payments), { path: '/?cursor=50' });
    expect(await screen.findByText('Payments')).toBeVisible();
  });

  it('tells how to get a first service', async () => {
    renderHub(hubOf());
    expect(await screen.findByText('No services yet')).toBeVisible();
    expect(screen.getByText(/catalog-info.yaml/)).toBeVisible();
  });

  it('says what went wrong and tries again', async () => {
    const services = hubOf(payments);
    services.fail(400, 'environment must be one of staging, production');
    renderHub(services, { path: '/?environment=moon' });
    expect(
      await screen.findByText(/environment must be one of staging/),
    ).toBeVisible();
    services.fail();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Payments')).toBeVisible();
  });

  it('warns of a column that may be out of date', async () => {
    const services = hubOf(payments);
    services.staleFacts = [
      { id: 'locks', since: new Date(Date.now() - 7_260_000).toISOString() },
      { id: 'of-no-column' },
    ];
    renderHub(services, { columns: 'locks' });
    const alert = await screen.findByText(
      'The column Locks may be out of date',
    );
    expect(alert).toBeVisible();
    expect(screen.getByText('2 hours ago')).toBeVisible();
  });

  it('stays whole where a contributed column breaks', async () => {
    jest.spyOn(console, 'error').mockImplementation();
    renderHub(hubOf(payments), { columns: 'locks and a broken one' });
    expect(await screen.findByText('Locked: incident 4711')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Payments' })).toBeVisible();
  });
});
