import { RiRouteLine } from '@remixicon/react';
import type { listLifecycles } from '@sphera/plugin-lifecycle-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import {
  countOf,
  EmptyState,
  Found,
  NoneMatches,
} from '@sphera/plugin-operations-react';
import styles from './board.module.css';
import { BoardSkeleton } from './BoardSkeleton';
import { isFiltered } from './question';
import { EmptyStage, StageColumn } from './StageColumn';
import type { AskedQuestion } from './useQuestion';

/** A column for each stage, from the first to the last. */
export function Board(props: {
  asked: AskedQuestion;
  /** Absent while it loads for the first time. */
  answer?: OutputOf<typeof listLifecycles>;
}) {
  const { asked, answer } = props;
  if (!answer) return <BoardSkeleton />;
  const { totalItems, stages } = answer;
  const filtered = isFiltered(asked.question);
  if (totalItems === 0 && !filtered) return <NoServices />;
  return (
    <>
      <Found
        count={countOf(totalItems, 'service', 'services')}
        isFiltered={filtered}
        onClear={asked.clear}
      />
      {totalItems === 0 ? (
        <NoneMatches title="No service is like this" onClear={asked.clear} />
      ) : (
        <div className={styles.frame}>
          <div className={styles.board}>
            {stages.map(stage =>
              stage.services > 0 ? (
                <StageColumn
                  key={stage.name}
                  stage={stage}
                  question={asked.question}
                />
              ) : (
                <EmptyStage key={stage.name} title={stage.title} />
              ),
            )}
          </div>
        </div>
      )}
    </>
  );
}

function NoServices() {
  return (
    <EmptyState
      icon={<RiRouteLine size={32} aria-hidden />}
      title="No service is on its way yet"
      description="A service shows up here once the software catalog knows it: its facts say which stage it is in."
    />
  );
}
