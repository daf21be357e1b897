import type { Creation } from '@sphera/plugin-creation-common';
import { RecordList } from '@sphera/plugin-operations-react';
import { CreationItem } from './CreationItem';

/** Creations, one below the other. */
export function CreationList(props: { creations: readonly Creation[] }) {
  if (props.creations.length === 0) return null;
  return (
    <RecordList label="Creations">
      {props.creations.map(one => (
        <CreationItem key={one.id} creation={one} />
      ))}
    </RecordList>
  );
}
