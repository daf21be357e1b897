import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { StageFacts } from '@sphera/plugin-lifecycle-common';
import { screen } from '@testing-library/react';
import { StageCell } from './StageCell';

const show = (stage?: Partial<StageFacts>) =>
  renderInTestApp(
    <>
      <p>The cell:</p>
      <StageCell
        row={{
          service: 'component:default/quotes',
          name: 'quotes',
          title: 'Quotes',
          owners: [],
          type: 'microservice',
          environments: [],
          facts: stage
            ? {
                stage: {
                  stage: 'staging',
                  title: 'Staging',
                  index: 6,
                  count: 9,
                  isStuck: false,
                  broken: 0,
                  asked: 0,
                  ...stage,
                },
              }
            : {},
        }}
      />
    </>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );

describe('the stage of a service in the table of all', () => {
  it('leads to its life cycle', async () => {
    show({});
    const link = await screen.findByRole('link', {
      name: 'Stage of Quotes: Staging, stage 7 of 9',
    });
    expect(link).toHaveTextContent(/^Staging$/);
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/component/quotes/lifecycle',
    );
  });

  it('says in words what is amiss', async () => {
    show({ broken: 2, isStuck: true, asked: 1 });
    expect(
      await screen.findByRole('link', {
        name: 'Stage of Quotes: Staging, stage 7 of 9, 2 broken, stuck, approval asked for',
      }),
    ).toBeVisible();
  });

  it('counts no further than production', async () => {
    show({ title: 'Retired', index: 9 });
    expect(
      await screen.findByRole('link', { name: 'Stage of Quotes: Retired' }),
    ).toBeVisible();
  });

  it('is empty where no life cycle is kept', async () => {
    show();
    expect(await screen.findByText('The cell:')).toBeVisible();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
