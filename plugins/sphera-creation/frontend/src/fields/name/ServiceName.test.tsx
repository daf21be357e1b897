import { checkName } from '@sphera/plugin-creation-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { nameAnswer } from '../../__testUtils__/answers';
import { CreationsOfTest } from '../../__testUtils__/CreationsOfTest';
import { renderForm } from '../../__testUtils__/renderForm';

const taken = {
  state: 'taken' as const,
  sentence: 'There is a repository kestrel/quotes',
};

const field = () => screen.findByRole('textbox', { name: /^Name/ });
const type = async (text: string) => userEvent.type(await field(), text);
const next = () =>
  userEvent.click(screen.getByRole('button', { name: 'Review' }));
const places = async () =>
  within(await screen.findByRole('list', { name: 'Where it was looked for' }))
    .getAllByRole('listitem')
    .map(item => item.textContent);

describe('the name of a service that is to be', () => {
  it('is looked up while one types, place by place', async () => {
    renderForm(['name']);
    await type('quotes');
    expect(await screen.findByText('quotes is free.')).toBeVisible();
    expect(await places()).toEqual([
      'FormNothing has this name.',
      'CatalogNothing has this name.',
      'Other creationsNothing has this name.',
      'GitHubNothing has this name.',
      'Image registryNothing has this name.',
    ]);
  });

  it('is said to whoever does not see it, once it is known', async () => {
    renderForm(['name']);
    await type('quotes');
    const sum = await screen.findByText('quotes is free.');
    expect(sum.closest('[role=status]')).not.toBeNull();
    const described = (await field()).getAttribute('aria-describedby')!;
    expect(
      described
        .split(' ')
        .some(id => document.getElementById(id)?.contains(sum)),
    ).toBe(true);
  });

  it('is refused at once where its form is wrong, and nobody is asked about it', async () => {
    const { creations } = renderForm(['name']);
    await type('Parcel_Quotes');
    expect(
      screen.getByText(/The name must be 3 to 40 lower-case letters/),
    ).toBeVisible();
    expect(await field()).toHaveAttribute('aria-invalid', 'true');
    expect(creations.lastAsked(checkName)).toBeUndefined();
  });

  it('is refused where it is taken, and says where', async () => {
    const creations = new CreationsOfTest();
    creations.names.set('quotes', nameAnswer('quotes', { github: taken }));
    const { onCreate } = renderForm(['name'], { creations });
    await type('quotes');
    expect(await screen.findByText('quotes is taken.')).toBeVisible();
    expect(await places()).toContain(
      'GitHubThere is a repository kestrel/quotes.',
    );
    await next();
    expect(
      await screen.findByText(
        "'Name' is taken: There is a repository kestrel/quotes",
      ),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
    expect(onCreate).not.toHaveBeenCalled();
  });

  it('can be another one after it was refused', async () => {
    const creations = new CreationsOfTest();
    creations.names.set('quotes', nameAnswer('quotes', { github: taken }));
    renderForm(['name'], { creations });
    await type('quotes');
    await next();
    await screen.findByText(/'Name' is taken/);
    await type('-two');
    expect(await screen.findByText('quotes-two is free.')).toBeVisible();
    expect(await field()).not.toHaveAttribute('aria-invalid', 'true');
    await next();
    expect(await screen.findByRole('button', { name: 'Create' })).toBeVisible();
  });

  it('can be had although a place does not answer, with a warning', async () => {
    const creations = new CreationsOfTest();
    const silent = {
      state: 'unknown' as const,
      sentence: 'GitHub does not answer',
    };
    creations.names.set('quotes', nameAnswer('quotes', { github: silent }));
    renderForm(['name'], { creations });
    await type('quotes');
    expect(
      await screen.findByText(/Nothing speaks against quotes yet/),
    ).toBeVisible();
    await next();
    expect(await screen.findByRole('button', { name: 'Create' })).toBeVisible();
  });

  it('can be had although nobody can be asked: it is looked up again later', async () => {
    const creations = new CreationsOfTest();
    creations.fail(checkName, { status: 503, message: 'sphera rests' });
    renderForm(['name'], { creations });
    await type('quotes');
    expect(
      await screen.findByText(/It could not be looked up: sphera rests\./),
    ).toBeVisible();
    await next();
    expect(await screen.findByRole('button', { name: 'Create' })).toBeVisible();
  });

  it('is not called free while another one is typed', async () => {
    renderForm(['name']);
    await type('quotes');
    await screen.findByText('quotes is free.');
    await type('-');
    expect(screen.queryByText(/is free/)).toBeNull();
    await type('two');
    expect(await screen.findByText('quotes-two is free.')).toBeVisible();
  });
});
