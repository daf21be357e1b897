import { useInAppLinks } from '@sphera/plugin-operations-react';
import {
  placeName,
  SecretCell,
  SecretRow,
} from '@sphera/plugin-secrets-common';
import { cellAt, PlaceGroup } from '../parts/placeGroups';
import { isLoud } from '../parts/stateWords';
import { addressOf, Question, Selection } from './address';
import { cellInWords } from './cellWords';
import { MatrixCell } from './MatrixCell';
import styles from './SecretCards.module.css';
import type { SecretsListProps } from './SecretsMatrix';

/** Secrets one below the other, where the screen is too narrow for the matrix. */
export function SecretCards(props: SecretsListProps) {
  const { rows, groups, question, selection, isStale, children } = props;
  const onClick = useInAppLinks();
  return (
    <>
      <ul className={styles.cards} aria-label="Secrets" aria-busy={isStale}>
        {rows.map(row => (
          // The links in it are what is pressed.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
          <li key={row.name} className={styles.card} onClick={onClick}>
            <a
              href={`?${addressOf(question, { name: row.name })}`}
              className={styles.name}
            >
              {row.name}
            </a>
            {row.description && (
              <span className={styles.description}>{row.description}</span>
            )}
            {groups.map(group => (
              <Environment
                key={group.environment}
                row={row}
                group={group}
                question={question}
                selection={selection}
              />
            ))}
          </li>
        ))}
      </ul>
      {children}
    </>
  );
}

function Environment(props: {
  row: SecretRow;
  group: PlaceGroup;
  question: Question;
  selection?: Selection;
}) {
  const { row, group, question, selection } = props;
  const { name } = row;
  const opened =
    selection?.name === name && selection.place
      ? placeName(selection.place)
      : undefined;
  const alike = alikeEverywhere(row, group);
  return (
    <section aria-label={group.title} className={styles.environment}>
      <span className={styles.title}>{group.title}</span>
      {alike ? (
        <MatrixCell
          region={`All ${group.places.length} regions`}
          cell={alike}
          href={`?${addressOf(question, { name })}`}
          words={cellInWords(name, `all regions of ${group.title}`, alike)}
          isSelected={false}
        />
      ) : (
        group.places.map(place => {
          const cell = cellAt(row, place);
          return (
            <MatrixCell
              key={placeName(place)}
              region={place.title}
              cell={cell}
              href={`?${addressOf(question, { name, place })}`}
              words={cellInWords(name, `${place.title} (${group.title})`, cell)}
              isSelected={opened === placeName(place)}
            />
          );
        })
      )}
    </section>
  );
}

/** What is so in every region of an environment, where nothing of it is worth a line for each. */
function alikeEverywhere(
  row: SecretRow,
  { places }: PlaceGroup,
): SecretCell | undefined {
  const cells = places.map(place => cellAt(row, place));
  const [first] = cells;
  const isQuiet =
    cells.length > 1 &&
    cells.every(
      ({ state, isOverdue }) =>
        state === first.state && !isOverdue && !isLoud(state),
    );
  return isQuiet ? first : undefined;
}
