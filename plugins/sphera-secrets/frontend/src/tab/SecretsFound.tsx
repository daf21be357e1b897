import { useBreakpoint } from '@backstage/ui';
import {
  countOf,
  Found,
  NoneMatches,
  ShowMore,
  type useOperationPages,
} from '@sphera/plugin-operations-react';
import type { listSecrets, SecretRow } from '@sphera/plugin-secrets-common';
import { useMemo } from 'react';
import type { PlaceGroup } from '../parts/placeGroups';
import { isFiltered, Question } from './address';
import { NoSecrets } from './NoSecrets';
import { NothingDrifts } from './NothingDrifts';
import { SecretCards } from './SecretCards';
import { SecretsMatrix } from './SecretsMatrix';
import type { TabAddress } from './useTabAddress';

/** What the question finds, as a matrix or as cards, or that it finds nothing. */
export function SecretsFound(props: {
  service: string;
  address: TabAddress;
  pages: ReturnType<typeof useOperationPages<typeof listSecrets>>;
  rows: SecretRow[];
  groups: PlaceGroup[];
}) {
  const { service, address, pages, rows, groups } = props;
  const { question, selection, clear } = address;
  const isNarrow = useBreakpoint().down('md');
  const shown = useMemo(
    () =>
      groups.filter(
        ({ environment }) =>
          !question.environment || environment === question.environment,
      ),
    [groups, question.environment],
  );
  const total = pages.data!.pages[0].totalItems;
  const secrets = countOf(total, 'secret', 'secrets');
  const filtered = isFiltered(question);
  if (total === 0 && !filtered) {
    return <NoSecrets service={service} groups={groups} />;
  }
  const List = isNarrow ? SecretCards : SecretsMatrix;
  return (
    <>
      <Found count={secrets} isFiltered={filtered} onClear={clear} />
      {total === 0 ? (
        <NothingFound question={question} onClear={clear} />
      ) : (
        <List
          rows={rows}
          groups={shown}
          question={question}
          selection={selection}
          isStale={pages.isPlaceholderData}
        >
          {pages.hasNextPage && (
            <ShowMore shown={`${rows.length} of ${secrets}`} pages={pages} />
          )}
        </List>
      )}
    </>
  );
}

function NothingFound(props: { question: Question; onClear(): void }) {
  const { question, onClear } = props;
  return question.only === 'drift' && !question.text ? (
    <NothingDrifts onClear={onClear} />
  ) : (
    <NoneMatches title="No secret matches" onClear={onClear} />
  );
}
