import {
  createExtensionBlueprint,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { lazy, Suspense } from 'react';
import {
  ServiceCellProps,
  ServiceColumn,
  serviceColumnDataRef,
} from './ServiceColumn';

/** What a capability says about its column. */
export interface ServiceColumnParams
  extends Pick<
    ServiceColumn,
    'id' | 'title' | 'width' | 'namesEnvironments' | 'replaces' | 'filter'
  > {
  /** Contributed columns stand from the lowest to the highest. Default: 100. */
  order?: number;
  /** Whether the facts with this id have a `sortBy` in the backend. Default: false. */
  sortable?: boolean;
  /**
   * Loads the component that draws one cell, mostly from `row.facts[id]`. Draw
   * nothing where there is nothing to say: on a narrow screen, cells stand in a line.
   */
  loader(): Promise<(props: ServiceCellProps) => JSX.Element | null>;
}

/**
 * A column of the table of all services.
 *
 * @example
 * ```tsx
 * const locksColumn = ServiceColumnBlueprint.make({
 *   name: 'locks',
 *   params: {
 *     id: 'locks',
 *     title: 'Locks',
 *     sortable: true,
 *     loader: () => import('./LocksCell').then(m => m.LocksCell),
 *   },
 * });
 * ```
 */
export const ServiceColumnBlueprint = createExtensionBlueprint({
  kind: 'service-column',
  attachTo: { id: 'page:sphera-services', input: 'columns' },
  output: [serviceColumnDataRef],
  dataRefs: { column: serviceColumnDataRef },
  *factory(params: ServiceColumnParams, { node }) {
    const { loader, order = 100, sortable = false, ...rest } = params;
    const Cell = lazy(async () => ({ default: await loader() }));
    yield serviceColumnDataRef({
      ...rest,
      order,
      sortable,
      // A column that breaks leaves the table alone. One that is on its way says nothing: the
      // boundary's own sign would move in every row at once, and be read out as often.
      Cell: props => (
        <ExtensionBoundary node={node}>
          <Suspense fallback={null}>
            <Cell {...props} />
          </Suspense>
        </ExtensionBoundary>
      ),
    });
  },
});
