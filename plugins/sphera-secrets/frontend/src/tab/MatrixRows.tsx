import { RowsInSight } from '@sphera/plugin-operations-react';
import { placeName, SecretRow } from '@sphera/plugin-secrets-common';
import type { RefObject } from 'react';
import type { PlaceGroup } from '../parts/placeGroups';
import type { Question, Selection } from './address';
import { MatrixRow } from './MatrixRow';

/** The rows that can be seen, and room for the others. */
export function MatrixRows(props: {
  rows: SecretRow[];
  groups: PlaceGroup[];
  question: Question;
  selection?: Selection;
  /** What the rows scroll in. */
  scroller: RefObject<HTMLElement>;
}) {
  const { rows, groups, question, selection, scroller } = props;
  return (
    <RowsInSight
      count={rows.length}
      scroller={scroller}
      row={(index, measure) => (
        <MatrixRow
          key={rows[index].name}
          row={rows[index]}
          groups={groups}
          question={question}
          opened={
            selection?.name === rows[index].name
              ? openedPlace(selection)
              : undefined
          }
          index={index}
          measure={measure}
        />
      )}
    />
  );
}

function openedPlace({ place }: Selection): string {
  return place ? placeName(place) : '';
}
