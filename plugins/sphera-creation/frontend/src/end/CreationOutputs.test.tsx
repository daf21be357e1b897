import { getCreation } from '@sphera/plugin-creation-common';
import { screen } from '@testing-library/react';
import { done } from '../__testUtils__/answers';
import { CreationsOfTest } from '../__testUtils__/CreationsOfTest';
import { renderCreations } from '../__testUtils__/renderCreations';
import { CreationOutputs } from './CreationOutputs';

const output = {
  creation: 'creation-8',
  links: [
    { title: 'Its code', url: 'https://git.example/company/quotes' },
    { title: 'The service', entityRef: 'component:default/quotes' },
  ],
};
const addressOf = async (name: RegExp) =>
  (await screen.findByRole('link', { name })).getAttribute('href');

describe('the end of a task that creates a service', () => {
  it('leads to all that was made, and to how it went', async () => {
    const creations = new CreationsOfTest();
    creations.creations = [done()];
    renderCreations(<CreationOutputs output={output} />, { creations });
    expect(await addressOf(/^Repository/)).toBe(
      'https://git.example/company/parcel-quotes',
    );
    expect(await addressOf(/^Deployments/)).toBe(
      '/catalog/default/component/parcel-quotes/deployments',
    );
    expect(await addressOf(/^How it went, or undo/)).toBe(
      '/create/creations/creation-8',
    );
  });

  it('leads to what the template names while the creation is not known', async () => {
    const creations = new CreationsOfTest();
    creations.fail(getCreation, { status: 404, message: 'No such creation' });
    renderCreations(<CreationOutputs output={output} />, { creations });
    expect(await addressOf(/^Its code/)).toBe(
      'https://git.example/company/quotes',
    );
    expect(await addressOf(/^The service/)).toBe(
      '/catalog/default/component/quotes',
    );
  });

  it('is nothing while there is none', async () => {
    renderCreations(<CreationOutputs />);
    expect(await screen.findByLabelText('Address')).toBeVisible();
    expect(screen.queryByText('It is there')).toBeNull();
  });
});
