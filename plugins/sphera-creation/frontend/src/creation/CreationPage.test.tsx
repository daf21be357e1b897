import { getCreation } from '@sphera/plugin-creation-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  creation,
  done,
  step,
  stepsUpTo,
  stopped,
} from '../__testUtils__/answers';
import { CreationsOfTest } from '../__testUtils__/CreationsOfTest';
import { renderCreations } from '../__testUtils__/renderCreations';
import { CreationPage } from './CreationPage';

const open = (shown = creation(), creations = new CreationsOfTest()) => {
  creations.creations = [shown];
  return renderCreations(<CreationPage />, {
    creations,
    address: `/creations/${shown.id}`,
    path: '/creations/:id',
  });
};

const steps = async () =>
  Array.from((await screen.findByRole('list', { name: 'Steps' })).children).map(
    item => item.textContent,
  );

describe('a creation under way', () => {
  it('says what is created, for whom, why, where, and who began it', async () => {
    open();
    expect(
      await screen.findByRole('heading', { name: 'Creation of parcel-quotes' }),
    ).toBeVisible();
    expect(
      screen.getByText('Prices a parcel before it is booked'),
    ).toBeVisible();
    expect(screen.getByText(/A microservice of/)).toHaveTextContent(
      'A microservice of booking in Frankfurt and Virginia · begun by dana, just now',
    );
  });

  it('draws its steps, each with its state and what there is to say of it', async () => {
    open(
      creation({
        steps: [
          step('repository', 'done', { sentence: 'Protected, with 3 labels' }),
          step('pipeline', 'skipped', { sentence: 'No Codefresh here' }),
          step('manifests', 'running'),
          step('catalog', 'waiting'),
        ],
      }),
    );
    expect(await steps()).toEqual([
      'Repository on GitHub: done. Protected, with 3 labels.',
      'Pipeline: left out. No Codefresh here.',
      'Manifests: under way. ',
      'Catalog entry: not yet. ',
    ]);
  });

  it('leads to what a step has made', async () => {
    const link = {
      title: 'quotes on GitHub',
      url: 'https://git.example/quotes',
    };
    open(creation({ steps: [step('repository', 'done', { links: [link] })] }));
    expect(
      await screen.findByRole('link', { name: /quotes on GitHub/ }),
    ).toHaveAttribute('href', 'https://git.example/quotes');
  });

  it('goes on by itself, and says each change to who cannot see it', async () => {
    const { creations, signal } = open();
    const outcome = await screen.findByText('Manifests…');
    expect(outcome.closest('[role=status]')).not.toBeNull();
    creations.creations = [done()];
    await signal();
    expect(await screen.findByText(/is there\.$/)).toHaveTextContent(
      'parcel-quotes is there.',
    );
  });

  it('leads to its task', async () => {
    open();
    expect(
      await screen.findByRole('link', { name: 'Open the task' }),
    ).toHaveAttribute('href', '/create/tasks/task-3');
  });
});

describe('a creation that is done', () => {
  it('leads to everything that there is now', async () => {
    open(done());
    const links = within(
      await screen.findByRole('list', { name: 'What there is now' }),
    ).getAllByRole('link');
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      '/catalog/default/component/parcel-quotes',
      '/catalog/default/component/parcel-quotes/deployments',
      '/catalog/default/component/parcel-quotes/secrets',
      '/catalog/default/component/parcel-quotes/flags',
      'https://git.example/company/parcel-quotes',
    ]);
  });

  it('links nothing that is no address of the web or of the portal', async () => {
    const url = 'data:text/html,trap';
    open(done({ links: [{ title: 'Trap', url }] }));
    expect(await screen.findByText('Trap')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Trap' })).toBeNull();
  });
});

describe('a creation that has stopped', () => {
  it('says at which step and why, and that its task goes on from there', async () => {
    open(stopped());
    expect(
      await screen.findByText('It stopped at this step: Image repository'),
    ).toBeVisible();
    expect(
      screen.getByText(/AWS does not answer\. Try again in its task/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Try again in the task' }),
    ).toHaveAttribute('href', '/create/tasks/task-3');
  });
});

describe('a creation that is taken back', () => {
  it('shows how far that is, until the name is free again', async () => {
    const { creations, signal } = open(
      creation({
        state: 'undoing',
        steps: [step('repository', 'done'), step('manifests', 'undone')],
      }),
    );
    expect(
      await screen.findByText('What was made is being taken back.'),
    ).toBeVisible();
    expect(await steps()).toContain('Manifests: taken back. Taken back.');
    creations.creations = [
      creation({ state: 'undone', steps: stepsUpTo('repository', 'undone') }),
    ];
    await signal();
    expect(
      await screen.findByText(/parcel-quotes is free again/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Undo…' })).toBeNull();
  });
});

describe('where it cannot be shown', () => {
  it('says that there is none, with the way to all others', async () => {
    const creations = new CreationsOfTest();
    creations.fail(getCreation, { status: 404, message: 'No such creation' });
    open(undefined, creations);
    expect(await screen.findByText('There is no such creation')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All creations' })).toHaveAttribute(
      'href',
      '/create/creations',
    );
  });

  it('offers to try again, and keeps what it knew', async () => {
    const { creations, signal } = open();
    await steps();
    creations.fail(getCreation, { status: 503, message: 'sphera rests' });
    await signal();
    expect(
      await screen.findByText('Newer facts could not be loaded'),
    ).toBeVisible();
    expect(await steps()).toHaveLength(8);
    creations.fail(getCreation);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText('sphera rests')).toBeNull());
  });
});
