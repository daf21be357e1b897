import { Cell, Column, type ColumnConfig, VisuallyHidden } from '@backstage/ui';
import type { ServiceRow } from '@sphera/plugin-services-common';
import { LinksMenu } from '@sphera/plugin-services-react';

// Pixels: a button, and no more.
const WIDTH = 56;

/** The way from the row of a service into other tools. */
export const linksColumn: ColumnConfig<ServiceRow & { id: string }> = {
  id: 'links',
  label: 'Links',
  // Its buttons say what they are, and there is little room.
  header: () => (
    <Column id="links" defaultWidth={WIDTH} minWidth={WIDTH}>
      <VisuallyHidden>Links</VisuallyHidden>
    </Column>
  ),
  cell: ({ service, title }) => (
    <Cell>
      <LinksMenu service={service} title={title} />
    </Cell>
  ),
};
