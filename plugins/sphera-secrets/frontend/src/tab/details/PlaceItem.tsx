import { Text } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { TimeAgo } from '@sphera/plugin-operations-react';
import type { SecretCell, SecretRow } from '@sphera/plugin-secrets-common';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import type { TitledPlace } from '../../parts/placeGroups';
import { StateMark } from '../../parts/StateMark';
import { VersionsList } from '../../versions/VersionsList';
import { addressOf, Question } from '../address';
import { PlaceActions } from './PlaceActions';
import { PlaceFacts } from './PlaceFacts';
import { PlaceNotes } from './PlaceNotes';
import styles from './SecretDetails.module.css';

/** A secret in one place: in a line, and everything about it once it is opened. */
export function PlaceItem(props: {
  service: string;
  row: SecretRow;
  cell: SecretCell;
  place: TitledPlace;
  question: Question;
  isOpen: boolean;
}) {
  const { service, row, cell, place, question, isOpen } = props;
  const { name } = row;
  const other = isOpen ? { name } : { name, place };
  const Sign = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  const item = useRef<HTMLLIElement>(null);
  // Who chose this place in the matrix came to see it, not the first of the list.
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={item} className={styles.place} data-open={isOpen || undefined}>
      <Link
        to={`?${addressOf(question, other)}`}
        replace
        className={styles.placeLine}
        aria-expanded={isOpen}
      >
        <Sign size={16} aria-hidden className={styles.sign} />
        <span className={styles.region}>{place.title}</span>
        <StateMark state={cell.state} word="always" />
        <span className={styles.changed}>
          {cell.changedAt && <TimeAgo time={cell.changedAt} />}
        </span>
      </Link>
      {isOpen && (
        <div className={styles.placeBody}>
          {cell.sentence && !isSaidBelow(cell) && (
            <Text as="p">{cell.sentence}</Text>
          )}
          <PlaceNotes service={service} name={name} cell={cell} seen={place} />
          <PlaceActions service={service} row={row} cell={cell} />
          <PlaceFacts cell={cell} />
          {cell.versionId && (
            <VersionsList service={service} row={row} cell={cell} />
          )}
        </div>
      )}
    </li>
  );
}

// What is not to the standard is listed with the way to adopt it.
function isSaidBelow({ state, problems }: SecretCell): boolean {
  return state === 'not-to-standard' && problems.length > 0;
}
