import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { NotFoundPage } from './NotFoundPage';

it('shows the way home from an address without a page', async () => {
  renderInTestApp(<NotFoundPage />);

  expect(
    await screen.findByRole('heading', { name: 'There is no page here' }),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go home' })).toHaveAttribute(
    'href',
    '/',
  );
});
