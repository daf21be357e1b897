import {
  appTreeApiRef,
  type AppNode,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useSearchResultListItemExtensions } from '@backstage/plugin-search-react';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import styles from './FoundResults.module.css';

const { item: itemDataRef } = SearchResultListItemBlueprint.dataRefs;

type Draw = ReturnType<typeof useSearchResultListItemExtensions>;
type Result = Parameters<Draw>[0];

/** What the sidebar's search has found, each drawn as the page of the search draws its kind. */
export function FoundResults({ results }: { results: Result[] }) {
  const { tree } = useApi(appTreeApiRef).getTree();
  const items = itemsOf(tree.nodes.get('page:search'));
  const drawPlainly = useSearchResultListItemExtensions(undefined);
  return (
    <ul className={styles.results} aria-label="Results">
      {results.map((result, index) => {
        const Item = items.find(({ predicate }) => predicate?.(result));
        if (!Item) return drawPlainly(result, index);
        const { document, ...rest } = result;
        return <Item.component key={index} {...rest} result={document} />;
      })}
    </ul>
  );
}

/** How capabilities draw results of their own, as they tell the page. */
function itemsOf(page: AppNode | undefined) {
  return (page?.edges.attachments.get('items') ?? []).flatMap(
    ({ instance }) => instance?.getData(itemDataRef) ?? [],
  );
}
