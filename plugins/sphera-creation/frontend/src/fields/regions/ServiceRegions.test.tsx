import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderForm } from '../../__testUtils__/renderForm';

const region = (name: RegExp) => screen.findByRole('checkbox', { name });
const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('where a service that is to be runs', () => {
  it('is all regions of staging, until somebody says otherwise', async () => {
    const { onCreate } = renderForm(['regions']);
    expect(await region(/Frankfurt/)).toBeChecked();
    expect(await region(/Virginia/)).toBeChecked();
    expect(await region(/Sydney/)).not.toBeChecked();
    await userEvent.click(await region(/Sydney/));
    await userEvent.click(await region(/Frankfurt/));
    await press('Review');
    await press('Create');
    await waitFor(() =>
      expect(onCreate).toHaveBeenCalledWith({ regions: ['us', 'ap'] }),
    );
  });

  it('names the clusters of each environment', async () => {
    renderForm(['regions']);
    expect(
      await region(
        /Frankfurt eu.*Staging: staging-eu · Production: production-eu/,
      ),
    ).toBeVisible();
    expect(await region(/Sydney ap.*Production: production-ap/)).toBeVisible();
  });

  it('offers no region in which nothing stands', async () => {
    renderForm(['regions']);
    await region(/Frankfurt/);
    expect(screen.queryByRole('checkbox', { name: /Moon/ })).toBeNull();
  });

  it('keeps what was chosen before', async () => {
    renderForm(['regions'], { answers: { regions: ['ap'] } });
    expect(await region(/Sydney/)).toBeChecked();
    expect(await region(/Frankfurt/)).not.toBeChecked();
  });

  it('has to be somewhere', async () => {
    renderForm(['regions'], { answers: { regions: ['ap'] } });
    await userEvent.click(await region(/Sydney/));
    await press('Review');
    expect(
      (await screen.findAllByText(/must name at least one region/)).length,
    ).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });
});
