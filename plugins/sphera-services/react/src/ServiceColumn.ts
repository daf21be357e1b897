import { createExtensionDataRef } from '@backstage/frontend-plugin-api';
import type { ServiceRow } from '@sphera/plugin-services-common';

/** What a cell of a contributed column gets. */
export interface ServiceCellProps {
  row: ServiceRow;
}

/** A column of the hub that a capability contributes. */
export interface ServiceColumn {
  /** Unique; that of the capability's facts, where rows can be sorted by them. */
  id: string;
  title: string;
  /** Contributed columns stand from the lowest to the highest, after those of the catalog. */
  order: number;
  /** Pixels; absent: an even share. */
  width?: number;
  /** It says in which environments a service is: the hub's own column for that gives way to it where there is little room. */
  namesEnvironments?: boolean;
  /** The hub's own column that this one stands in for, with its filter; the catalog's word for the stage, say. */
  replaces?: 'lifecycle';
  /** Its filter, where the facts with this id have a `choiceOf` in the backend. */
  filter?: {
    /** What is filtered by, like `Stage`. */
    label: string;
    /** What no filter is called, like `All stages`. */
    all: string;
  };
  /** Whether the facts with this id have a `sortBy` in the backend. */
  sortable: boolean;
  Cell(props: ServiceCellProps): JSX.Element;
}

/** How a column travels from its extension to the hub's page. */
export const serviceColumnDataRef =
  createExtensionDataRef<ServiceColumn>().with({ id: 'sphera.service-column' });
