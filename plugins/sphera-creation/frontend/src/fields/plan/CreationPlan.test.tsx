import { planCreation } from '@sphera/plugin-creation-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { plan } from '../../__testUtils__/answers';
import { CreationsOfTest } from '../../__testUtils__/CreationsOfTest';
import { renderForm } from '../../__testUtils__/renderForm';

const answers = {
  name: 'parcel-quotes',
  owner: 'group:default/booking',
  purpose: 'Prices a parcel before it is booked',
  needs: ['http', 'cache'],
  regions: ['eu'],
};

const open = (creations = new CreationsOfTest(), said: object = answers) =>
  renderForm(['plan'], { creations, answers: said as Record<string, any> });
const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));
const planned = async () =>
  Array.from(
    (await screen.findByRole('list', { name: 'What will be created' }))
      .children,
  );

describe('the plan of a creation', () => {
  it('says all that will be created from the answers so far, in order, with addresses', async () => {
    const { creations } = open();
    const texts = (await planned()).map(item => item.textContent);
    expect(texts[0]).toBe(
      'Repository on GitHub: will be created. Details of repositoryhttps://git.example/company/quotes',
    );
    expect(creations.lastAsked(planCreation)).toEqual({
      kind: 'microservice',
      ...answers,
    });
    expect(
      screen.getByText(/7 things will be made for parcel-quotes/),
    ).toBeVisible();
  });

  it('leads nowhere yet: what it names is not there', async () => {
    open();
    await planned();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('says what is left out, and why', async () => {
    open();
    expect(
      await screen.findByText('The company has no Codefresh.'),
    ).toBeVisible();
  });

  it('lets nobody create what cannot be created, and says where to mend it', async () => {
    const creations = new CreationsOfTest();
    creations.plan = plan({
      problems: [
        { field: 'name', sentence: 'parcel-quotes is taken on GitHub' },
        { sentence: 'Nobody has a licence' },
      ],
    });
    open(creations);
    const problems = await screen.findByRole('list', {
      name: 'What stands in the way',
    });
    expect(problems).toHaveTextContent(
      'parcel-quotes is taken on GitHub. Go back to “What it is” to mend it.',
    );
    await press('Review');
    await screen.findAllByText(/Nobody has a licence/);
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it('says which answers are wrong', async () => {
    open(undefined, { ...answers, purpose: '<script>' });
    expect(
      await screen.findByText(/Purpose must be plain text/),
    ).toHaveTextContent('Go back to “Purpose” to mend it.');
  });

  it('offers to try again where it could not be made', async () => {
    const creations = new CreationsOfTest();
    creations.fail(planCreation, { status: 503, message: 'sphera rests' });
    open(creations);
    expect(await screen.findByText('sphera rests')).toBeVisible();
    creations.fail(planCreation);
    await press('Try again');
    expect(await planned()).toHaveLength(8);
  });

  it('lets one go on where nothing stands in the way', async () => {
    const { onCreate } = open();
    await planned();
    await press('Review');
    await press('Create');
    await waitFor(() => expect(onCreate).toHaveBeenCalled());
  });
});
