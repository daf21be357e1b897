import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { finding, FindingsOfTest, place } from './__testUtils__/FindingsOfTest';
import { renderFindings } from './__testUtils__/renderFindings';
import { SecretsPage } from './SecretsPage';

const different = finding({
  kind: 'different',
  name: 'queue-password',
  service: 'component:default/returns',
  sentence: 'Virginia has another value than Frankfurt.',
});
const unowned = finding({
  kind: 'unowned',
  service: undefined,
  name: 'old-test-key',
  fullNames: ['old-test-key'],
  sentence: 'No service of the catalog owns it.',
});

describe('The page of secrets', () => {
  it('tells by service what drifts, where, and offers to mend it', async () => {
    renderFindings(
      <SecretsPage />,
      new FindingsOfTest([finding(), different, unowned]),
    );
    expect(await screen.findByText('2 findings')).toBeVisible();
    const quotes = screen.getByRole('region', { name: 'quotes' });
    expect(within(quotes).getByText('Missing')).toBeVisible();
    expect(within(quotes).getByText('Staging · Virginia')).toBeVisible();
    expect(
      within(quotes).getByRole('link', { name: 'database-password' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/quotes/secrets?secret=database-password',
    );
    expect(
      screen.getByRole('button', { name: 'Mend queue-password' }),
    ).toBeVisible();
  });

  it('shows another kind with its count, also from the address', async () => {
    renderFindings(
      <SecretsPage />,
      new FindingsOfTest([finding(), unowned]),
      '/?view=unowned',
    );
    expect(await screen.findByText('1 finding')).toBeVisible();
    const nobody = screen.getByRole('region', { name: 'Of no service' });
    expect(
      within(nobody).getByRole('button', { name: 'Adopt old-test-key' }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Drift 1' }));
    expect(await screen.findByRole('region', { name: 'quotes' })).toBeVisible();
  });

  it('is narrowed to an environment and back', async () => {
    const findings = new FindingsOfTest([finding(), different]);
    renderFindings(<SecretsPage />, findings);
    await userEvent.click(
      await screen.findByRole('button', { name: /All environments/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Production' }),
    );
    expect(
      await screen.findByText('Nothing was found like this'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show everything' }),
    );
    expect(await screen.findByText('2 findings')).toBeVisible();
  });

  it('goes on where there are more than fit on a page', async () => {
    const many = Array.from({ length: 150 }, (_, index) =>
      finding({ name: `secret-${index}` }),
    );
    renderFindings(<SecretsPage />, new FindingsOfTest(many));
    expect(await screen.findByText('100 of 150 findings')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('secret-149')).toBeVisible();
  });

  it('says that nothing drifts', async () => {
    renderFindings(<SecretsPage />, new FindingsOfTest());
    expect(await screen.findByText('Nothing drifts')).toBeVisible();
  });

  it('says which place cannot be seen and why, and how many calls looking takes', async () => {
    const findings = new FindingsOfTest([finding()]);
    const problem = 'staging/us-east-1 does not answer. Try again in a moment.';
    findings.places = [
      place(),
      place({ region: 'us-east-1', state: 'lost', problem }),
    ];
    renderFindings(<SecretsPage />, findings);
    expect(
      await screen.findByText('1 of 2 places cannot be seen'),
    ).toBeVisible();
    expect(screen.getByText(problem)).toBeVisible();
    const [meter] = screen.getAllByRole('meter', {
      name: 'ListSecrets: 3 calls in the last minute of 3000 allowed',
    });
    expect(meter).toBeVisible();
  });

  it('says how to begin where no place is set up', async () => {
    const findings = new FindingsOfTest();
    findings.places = [];
    renderFindings(<SecretsPage />, findings);
    expect(
      await screen.findByText('No place of secrets is set up'),
    ).toBeVisible();
  });

  it('says what went wrong', async () => {
    const findings = new FindingsOfTest();
    findings.failure = 503;
    renderFindings(<SecretsPage />, findings);
    expect(
      await screen.findByText('Findings could not be loaded'),
    ).toBeVisible();
  });
});
