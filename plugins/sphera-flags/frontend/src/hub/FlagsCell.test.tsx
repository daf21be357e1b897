import type { FlagsFacts } from '@sphera/plugin-flags-common';
import type { ServiceRow } from '@sphera/plugin-services-common';
import { screen } from '@testing-library/react';
import { renderFlags } from '../__testUtils__/renderFlags';
import { FlagsCell } from './FlagsCell';

const rowWith = (flags?: FlagsFacts): ServiceRow => ({
  service: 'component:default/quotes',
  name: 'quotes',
  title: 'Quotes',
  owners: [],
  type: 'microservice',
  environments: [],
  facts: flags ? ({ flags } as ServiceRow['facts']) : {},
});
const inStep: FlagsFacts = {
  flags: 9,
  drifting: 0,
  kinds: {},
  readyToRemove: 0,
  rollouts: 0,
};

describe('The flags of a service in the table of all services', () => {
  it('are counted and lead to its tab', async () => {
    renderFlags(<FlagsCell row={rowWith(inStep)} />);
    const link = await screen.findByRole('link', { name: '9 flags, in step' });
    expect(link).toHaveTextContent(/^9$/);
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/component/quotes/flags',
    );
  });

  it('say how many drift, and how, the worst first', async () => {
    const kinds = { silent: 2, refused: 1 };
    const facts = { ...inStep, drifting: 2, kinds };
    renderFlags(<FlagsCell row={rowWith(facts)} />);
    const link = await screen.findByRole('link', {
      name: '9 flags, 2 drifting: refused (1), silent (2)',
    });
    expect(link).toHaveTextContent('2 of 9');
  });

  it('say how many are being rolled out, and how many can go', async () => {
    const facts = { ...inStep, rollouts: 1, readyToRemove: 3 };
    renderFlags(<FlagsCell row={rowWith(facts)} />);
    expect(
      await screen.findByRole('link', {
        name: '9 flags, in step; 1 being rolled out; 3 ready to remove',
      }),
    ).toBeVisible();
  });

  it('are nothing where there are none', async () => {
    renderFlags(
      <>
        <FlagsCell row={rowWith()} />
        <p>drawn</p>
      </>,
    );
    await screen.findByText('drawn');
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
