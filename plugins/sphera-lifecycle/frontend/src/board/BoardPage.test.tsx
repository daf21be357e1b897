import { listLifecycles } from '@sphera/plugin-lifecycle-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { standing } from '../__testUtils__/answers';
import { LifecyclesOfTest } from '../__testUtils__/LifecyclesOfTest';
import { renderBoard } from '../__testUtils__/renderLifecycles';

const named = (name: string, fields: Parameters<typeof standing>[0] = {}) =>
  standing({ service: `component:default/${name}`, title: name, ...fields });

const open = (
  standings = [
    named('quotes'),
    named('bookings', {
      isStuck: true,
      asked: [{ step: 'go', title: 'It may go to production' }],
    }),
    named('website', { stage: 'ci', type: 'website', broken: 1, owners: [] }),
  ],
  query = '',
) => {
  const lifecycles = new LifecyclesOfTest();
  lifecycles.standings = standings;
  return renderBoard({ lifecycles, address: `/life-cycles${query}` });
};

const cardsIn = async (stage: string) =>
  within(await screen.findByRole('list', { name: stage })).getAllByRole(
    'listitem',
  );

const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('the board of all services', () => {
  it('has a column for each stage with how many are in it, and in order', async () => {
    open();
    await cardsIn('Staging');
    const columns = ['Ci', 'Staging', 'Production'].map(name =>
      screen.getByRole('region', { name }),
    );
    expect(columns.map(column => column.textContent)).toEqual([
      expect.stringMatching(/^Ci1 service/),
      expect.stringMatching(/^Staging2 services, 1 stuck/),
      'Production0',
    ]);
    expect(columns[0].compareDocumentPosition(columns[1])).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  it('says of each service whose it is, since when, and what comes next', async () => {
    open();
    const [card] = await cardsIn('Staging');
    expect(card).toHaveTextContent('1 of 2 pods are ready in staging-eu.');
    expect(card).toHaveTextContent('booking, came here 3 days ago');
    expect(within(card).getByRole('link', { name: 'quotes' })).toHaveAttribute(
      'href',
      '/catalog/default/component/quotes/lifecycle',
    );
  });

  it('has what is stuck, broken or waits for an approval stand out in words', async () => {
    open();
    const [, bookings] = await cardsIn('Staging');
    expect(bookings).toHaveTextContent('stuck');
    expect(bookings).toHaveTextContent('approval asked for');
    expect((await cardsIn('Ci'))[0]).toHaveTextContent('1 broken');
  });

  it('is narrowed by its filters, which the address keeps', async () => {
    open();
    await cardsIn('Staging');
    await press('Stuck');
    await waitFor(async () => expect(await cardsIn('Staging')).toHaveLength(1));
    expect(await screen.findByText('1 service')).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/life-cycles?stuck=true',
    );
    await press('Clear filters');
    expect(await screen.findByText('3 services')).toBeVisible();
  });

  it('asks for what waits for the approval of whoever looks', async () => {
    const { lifecycles } = open();
    await cardsIn('Staging');
    await press('Waits for my approval');
    await waitFor(() =>
      expect(lifecycles.lastAsked(listLifecycles)).toMatchObject({
        answerable: true,
      }),
    );
    expect(await screen.findByText('1 service')).toBeVisible();
  });

  it('is narrowed by an address, to a team and a type', async () => {
    const { lifecycles } = open(
      undefined,
      '?owner=group:default/booking&type=website',
    );
    expect(await screen.findByText('No service is like this')).toBeVisible();
    expect(lifecycles.lastAsked(listLifecycles)).toMatchObject({
      owner: 'group:default/booking',
      type: 'website',
    });
    await press('Show everything');
    expect(await cardsIn('Staging')).toHaveLength(2);
  });

  it('draws the first twenty of a thousand, and more where one asks', async () => {
    open(
      Array.from({ length: 1_000 }, (_, index) => named(`service-${index}`)),
    );
    expect(await cardsIn('Staging')).toHaveLength(20);
    expect(screen.getByText('20 of 1000')).toBeVisible();
    await press('Show more');
    expect(await screen.findByText('service-39')).toBeVisible();
    expect(await cardsIn('Staging')).toHaveLength(40);
  });

  it('follows what changes while somebody looks', async () => {
    const { lifecycles, signal } = open();
    await cardsIn('Staging');
    lifecycles.standings = [named('quotes', { stage: 'production' })];
    await signal();
    expect(await cardsIn('Production')).toHaveLength(1);
  });

  it('says what will be there where nothing is yet', async () => {
    open([]);
    expect(
      await screen.findByText('No service is on its way yet'),
    ).toBeVisible();
  });

  it('offers to try again where it could not be loaded', async () => {
    const lifecycles = new LifecyclesOfTest();
    lifecycles.standings = [named('quotes')];
    lifecycles.fail(listLifecycles, { status: 503, message: 'It rests' });
    renderBoard({ lifecycles });
    expect(await screen.findByText('It rests')).toBeVisible();
    lifecycles.fail(listLifecycles);
    await press('Try again');
    expect(await cardsIn('Staging')).toHaveLength(1);
  });
});
