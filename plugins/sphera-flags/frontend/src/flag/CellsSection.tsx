import type { Flag } from '@sphera/plugin-flags-common';
import {
  countOf,
  Found,
  NoneMatches,
  Section,
  ShowMore,
  useAddressQuestion,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { CellMark } from '../parts/CellMark';
import { MendButton } from '../parts/MendButton';
import { CellFilters } from './CellFilters';
import { Cells } from './Cells';
import {
  cellsAsked,
  type CellsQuestion,
  countStates,
  isMendable,
  isNarrowed,
  readCellsQuestion,
  writeCellsQuestion,
} from './cells';
import styles from './CellsSection.module.css';

const PAGE_SIZE = 50;
// Fewer than these are seen at one glance.
const FILTERED_FROM = 13;

const inAddress = {
  read: readCellsQuestion,
  write: writeCellsQuestion,
  cleared: ({ cluster }: CellsQuestion): CellsQuestion => ({ cluster }),
};

/** How a flag stands in each cluster: what is wanted, what it has, why the two differ. */
export function CellsSection(props: { flag: Flag }) {
  const { flag } = props;
  const asked = useAddressQuestion(inAddress);
  const [shown, setShown] = useState(PAGE_SIZE);
  const narrowed = isNarrowed(asked.question);
  const found = cellsAsked(flag.cells, asked.question);
  const count = countOf(found.length, 'cluster', 'clusters');
  const isMany = flag.cells.length >= FILTERED_FROM || narrowed;
  return (
    <Section
      title="Clusters"
      note={<States cells={flag.cells} />}
      actions={
        flag.cells.filter(isMendable).length > 1 && (
          <MendButton of={{ flag: flag.flag, service: flag.service }} />
        )
      }
    >
      {isMany && (
        <>
          <CellFilters asked={asked} />
          <Found count={count} isFiltered={narrowed} onClear={asked.clear} />
        </>
      )}
      {found.length === 0 && narrowed ? (
        <NoneMatches title="No cluster is like this" onClear={asked.clear} />
      ) : (
        <Cells
          flag={flag.flag}
          service={flag.service}
          cells={found.slice(0, shown)}
          named={asked.question.cluster}
        />
      )}
      <ShowMore
        shown={`${shown} of ${count}`}
        pages={{
          hasNextPage: shown < found.length,
          isFetchingNextPage: false,
          fetchNextPage: () => setShown(shown + PAGE_SIZE),
        }}
      />
    </Section>
  );
}

function States(props: { cells: Flag['cells'] }) {
  return (
    <span className={styles.states}>
      {countStates(props.cells).map(({ state, count }) => (
        <CellMark key={state} state={state} count={count} />
      ))}
    </span>
  );
}
