import { useOneStop, useRowWindow } from '@sphera/plugin-operations-react';
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
  const shown = useRowWindow(rows.length, scroller);
  useOneStop(scroller);
  return (
    <>
      <Room height={shown.before} />
      {shown.indexes.map(index => (
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
          measure={shown.measure}
        />
      ))}
      <Room height={shown.after} />
    </>
  );
}

function openedPlace({ place }: Selection): string {
  return place ? placeName(place) : '';
}

function Room(props: { height: number }) {
  if (props.height === 0) return null;
  return <tr aria-hidden style={{ height: props.height }} />;
}
