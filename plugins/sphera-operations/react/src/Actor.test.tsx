import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { Actor } from './Actor';

const renderActor = (actor: string) =>
  renderInTestApp(<Actor actor={actor} />, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

describe('Actor', () => {
  it('links a person to their page', async () => {
    renderActor('user:default/dana');
    expect(await screen.findByRole('link', { name: 'dana' })).toHaveAttribute(
      'href',
      '/catalog/default/user/dana',
    );
  });

  it('names a program as it is', async () => {
    renderActor('ci-pipeline');
    expect(await screen.findByText('ci-pipeline')).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
