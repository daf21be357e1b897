import type { SecretsFacts } from '@sphera/plugin-secrets-common';
import type { ServiceRow } from '@sphera/plugin-services-common';
import { screen } from '@testing-library/react';
import { FindingsOfTest } from '../fleet/__testUtils__/FindingsOfTest';
import { renderFindings } from '../fleet/__testUtils__/renderFindings';
import { SecretsCell } from './SecretsCell';

const rowWith = (secrets?: SecretsFacts): ServiceRow => ({
  service: 'component:default/quotes',
  name: 'quotes',
  title: 'Quotes',
  owners: [],
  type: 'microservice',
  environments: [],
  facts: secrets ? ({ secrets } as ServiceRow['facts']) : {},
});
const inStep: SecretsFacts = {
  secrets: 9,
  drifting: 0,
  kinds: {},
  notToStandard: 0,
  environments: [],
};

describe('The secrets of a service in the table of all services', () => {
  it('are counted and lead to its tab', async () => {
    renderFindings(<SecretsCell row={rowWith(inStep)} />, new FindingsOfTest());
    const link = await screen.findByRole('link', {
      name: '9 secrets, in step',
    });
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/component/quotes/secrets',
    );
  });

  it('say how many drift, and how', async () => {
    const facts = {
      ...inStep,
      drifting: 2,
      kinds: { missing: 1, stale: 1 },
      notToStandard: 1,
    };
    renderFindings(<SecretsCell row={rowWith(facts)} />, new FindingsOfTest());
    const link = await screen.findByRole('link', {
      name: '9 secrets, 2 drifting: missing (1), stale (1); 1 not to the standard',
    });
    expect(link).toHaveTextContent('2 of 9');
  });

  it('are nothing where there are none', async () => {
    renderFindings(
      <>
        <SecretsCell row={rowWith()} />
        <p>drawn</p>
      </>,
      new FindingsOfTest(),
    );
    await screen.findByText('drawn');
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
