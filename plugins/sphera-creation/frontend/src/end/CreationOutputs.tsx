import type { ScaffolderTaskOutput } from '@backstage/plugin-scaffolder-react';
import { Box, Link } from '@backstage/ui';
import { getCreation } from '@sphera/plugin-creation-common';
import { Section, useOperation } from '@sphera/plugin-operations-react';
import { MadeLinks } from '../parts/MadeLinks';
import { useCreationLinks } from '../parts/useCreationLinks';
import { useAllLinks } from '../parts/useAllLinks';
import { useOutputLinks } from './useOutputLinks';

/** What a task shows at its end: the ways to all that it has made, and to how it was made. */
export function CreationOutputs(props: { output?: ScaffolderTaskOutput }) {
  const { output } = props;
  const id = typeof output?.creation === 'string' ? output.creation : undefined;
  const links = useCreationLinks();
  // The output of the task is a part of it, and may be older.
  const creation = useOperation(
    getCreation,
    { creation: id ?? '' },
    { enabled: id !== undefined },
  );
  const made = useAllLinks(creation.data);
  const fromTask = useOutputLinks(output);
  if (!output) return null;
  return (
    <Box mb="4">
      <Section
        title="It is there"
        actions={
          id && <Link href={links.toCreation(id)}>How it went, or undo</Link>
        }
      >
        <MadeLinks
          label="What there is now"
          links={creation.data ? made : fromTask}
        />
      </Section>
    </Box>
  );
}
