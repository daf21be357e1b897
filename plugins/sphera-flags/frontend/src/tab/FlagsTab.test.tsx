import { EntityProvider } from '@backstage/plugin-catalog-react';
import { listFlags } from '@sphera/plugin-flags-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { flagRow, group, quotes } from '../__testUtils__/answers';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { FlagsTab } from './FlagsTab';

const openTab = (flags = new FlagsOfTest()) =>
  renderFlags(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'quotes', namespace: 'default' },
      }}
    >
      <FlagsTab />
    </EntityProvider>,
    { flags },
  );

describe('the tab of a service', () => {
  it('has the flags of this service alone', async () => {
    const flags = new FlagsOfTest();
    flags.rows = [
      flagRow('new-checkout'),
      flagRow('other', { service: 'component:default/bookings' }),
    ];
    openTab(flags);
    expect(
      await screen.findByRole('row', { name: /^new-checkout/ }),
    ).not.toHaveTextContent('quotes');
    expect(screen.queryByRole('row', { name: /^other/ })).toBeNull();
    expect(flags.lastAsked(listFlags)).toMatchObject({ service: quotes });
    expect(screen.getByRole('link', { name: 'New flag' })).toHaveAttribute(
      'href',
      '/flags/new?service=component%3Adefault%2Fquotes',
    );
  });

  it('is narrowed by what is not as it should be', async () => {
    const flags = new FlagsOfTest();
    flags.rows = [
      flagRow('new-checkout', { groups: [group({ state: 'silent' })] }),
      flagRow('fast-lane'),
    ];
    openTab(flags);
    await userEvent.click(
      await screen.findByRole('button', { name: '1 silent' }),
    );
    expect(await screen.findByText('1 flag')).toBeVisible();
    expect(flags.lastAsked(listFlags)).toMatchObject({ service: quotes });
  });

  it('says what flags are for where there is none', async () => {
    const flags = new FlagsOfTest();
    flags.rows = [];
    openTab(flags);
    expect(
      await screen.findByText('This service has no flags yet'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'New flag' })).toHaveAttribute(
      'href',
      '/flags/new?service=component%3Adefault%2Fquotes',
    );
  });

  it('says so where somebody may not create a flag of it', async () => {
    const flags = new FlagsOfTest();
    flags.rows = [];
    renderFlags(
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'quotes', namespace: 'default' },
        }}
      >
        <FlagsTab />
      </EntityProvider>,
      { flags, may: () => false },
    );
    expect(
      await screen.findByTitle('You may not create a flag here'),
    ).toBeVisible();
  });

  it('offers to try again where it could not be loaded', async () => {
    const flags = new FlagsOfTest();
    flags.fail(listFlags, { status: 500, message: 'It rests' });
    openTab(flags);
    expect(await screen.findByText('It rests')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
