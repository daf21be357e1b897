import { TimeAgo } from '@sphera/plugin-operations-react';
import {
  CellState,
  ComparedSecret,
  Place,
} from '@sphera/plugin-secrets-common';
import { Link } from 'react-router-dom';
import { StateMark } from '../parts/StateMark';
import { usePlaceWords } from '../parts/usePlaceWords';
import { addressOf } from '../tab/address';
import styles from './Compare.module.css';
import { VerdictMark } from './VerdictMark';
import { verdictInWords } from './verdictWords';

/** One secret in two places. */
export function VerdictRow(props: {
  secret: ComparedSecret;
  here: Place;
  there: Place;
}) {
  const { secret, here, there } = props;
  const inWords = usePlaceWords();
  return (
    <tr>
      <th scope="row">
        <Link
          to={`?${addressOf({}, { name: secret.name })}`}
          className={styles.name}
        >
          {secret.name}
        </Link>
      </th>
      <td>
        <VerdictMark
          verdict={secret.verdict}
          words={verdictInWords(secret, inWords(here), inWords(there))}
        />
      </td>
      <td data-place={inWords(here)}>
        <Side state={secret.here} changedAt={secret.changedHereAt} />
      </td>
      <td data-place={inWords(there)}>
        <Side state={secret.there} changedAt={secret.changedThereAt} />
      </td>
    </tr>
  );
}

function Side(props: { state: CellState; changedAt?: string }) {
  const { state, changedAt } = props;
  return (
    <span className={styles.side}>
      <StateMark state={state} word="always" />
      {changedAt && <TimeAgo time={changedAt} />}
    </span>
  );
}
