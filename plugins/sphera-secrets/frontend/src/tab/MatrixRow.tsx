import { placeName, SecretRow } from '@sphera/plugin-secrets-common';
import { memo } from 'react';
import { cellAt, PlaceGroup } from '../parts/placeGroups';
import { addressOf, Question } from './address';
import { cellInWords } from './cellWords';
import { MatrixCell } from './MatrixCell';
import styles from './SecretsMatrix.module.css';

/** What a row needs to draw one secret; equal properties, no drawing. */
export interface MatrixRowProps {
  row: SecretRow;
  groups: PlaceGroup[];
  question: Question;
  /** The place that is opened, like `production/eu-central-1`; empty: only the secret; absent: another secret or none. */
  opened?: string;
  /** Which of all rows it is, from 0. */
  index: number;
  /** Takes the height of the row, where not all rows are drawn. */
  measure?: (row: HTMLTableRowElement | null) => void;
}

/** One secret in the matrix: its name, and a cell for each place. */
export const MatrixRow = memo(Row);

function Row(props: MatrixRowProps) {
  const { row, groups, question, opened, index, measure } = props;
  const { name, description } = row;
  return (
    <tr
      ref={measure}
      data-index={index}
      data-opened={opened !== undefined || undefined}
    >
      <th scope="row" className={styles.secret}>
        <a
          href={`?${addressOf(question, { name })}`}
          aria-current={opened === '' || undefined}
          title={name}
        >
          {name}
        </a>
        {description && (
          <span className={styles.description}>{description}</span>
        )}
      </th>
      {groups.map(({ title, places }) =>
        places.map((place, at) => {
          const cell = cellAt(row, place);
          return (
            <td
              key={placeName(place)}
              className={at === 0 ? styles.firstOfGroup : undefined}
            >
              <MatrixCell
                cell={cell}
                href={`?${addressOf(question, { name, place })}`}
                words={cellInWords(name, `${place.title} (${title})`, cell)}
                isSelected={opened === placeName(place)}
              />
            </td>
          );
        }),
      )}
    </tr>
  );
}
