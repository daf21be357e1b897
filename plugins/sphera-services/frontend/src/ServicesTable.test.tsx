import {
  type ServiceCellProps,
  ServiceColumnBlueprint,
} from '@sphera/plugin-services-react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderHub } from './__testUtils__/renderHub';
import { row, ServicesOfTest } from './__testUtils__/ServicesOfTest';

function Tides({ row: { title } }: ServiceCellProps) {
  return <a href="/tides">Tides of {title}</a>;
}

const rowOf = (service: string) => screen.getByText(service).closest('tr')!;

/** The hub with a column whose code is on its way until `arrive` is called. */
async function hubWithALateColumn() {
  let arrive = () => {};
  const loaded = new Promise<typeof Tides>(resolve => {
    arrive = () => resolve(Tides);
  });
  const services = new ServicesOfTest();
  services.rows = ['bookings', 'payments', 'quotes'].map(name => row(name));
  renderHub(services, {
    columns: [
      ServiceColumnBlueprint.make({
        name: 'tides',
        params: { id: 'tides', title: 'Tides', loader: () => loaded },
      }),
    ],
  });
  await screen.findByText('payments', {}, { timeout: 45_000 });
  return {
    bookings: rowOf('bookings'),
    payments: rowOf('payments'),
    arrive: () => act(async () => arrive()),
  };
}

describe('a column of the hub that is still on its way', () => {
  it('has nothing move in the rows', async () => {
    const { payments, arrive } = await hubWithALateColumn();
    // There from the beginning, though it begins to move a quarter of a second later.
    expect(within(payments).queryByTestId('progress')).toBeNull();
    await arrive();
    expect(
      await screen.findByRole('link', { name: 'Tides of payments' }),
    ).toBeVisible();
  });

  it('leaves the keyboard where it is when it comes', async () => {
    const { bookings, payments, arrive } = await hubWithALateColumn();
    act(() => bookings.focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(payments).toHaveFocus();
    await arrive();
    await screen.findByRole('link', { name: 'Tides of payments' });
    expect(payments).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Links of payments' }),
      ).toHaveFocus(),
    );
  });
});
