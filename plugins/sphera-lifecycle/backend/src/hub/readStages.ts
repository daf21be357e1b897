import {
  listLifecycles,
  type StageFacts,
} from '@sphera/plugin-lifecycle-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import type { OperationsService } from '@sphera/plugin-operations-node';

const PAGE = 200;

/** The stage of every service, by entity ref. */
export async function readStages(
  operations: Pick<OperationsService, 'ask'>,
): Promise<ReadonlyMap<string, StageFacts>> {
  const found = new Map<string, StageFacts>();
  let cursor: string | undefined;
  do {
    const page: OutputOf<typeof listLifecycles> = await operations.ask(
      listLifecycles,
      { limit: PAGE, cursor },
    );
    for (const { service, stage, isStuck, broken, asked } of page.items) {
      const index = page.stages.findIndex(({ name }) => name === stage);
      found.set(service, {
        stage,
        title: page.stages[index].title,
        index,
        count: page.stages.filter(({ isEnd }) => !isEnd).length,
        isStuck,
        broken,
        asked: asked.length,
      });
    }
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}
