import type { RawObject } from '../../fleet/toRecord';
import { ApiFailure } from './ApiFailure';
import type { ApiServer } from './ApiServer';
import { pathOf, Resource } from './kinds';

/** Objects a page: some megabytes of JSON where they are pods. */
const PAGE = 500;

interface RawList {
  metadata?: { resourceVersion?: string; continue?: string };
  items?: RawObject[];
}

/**
 * All objects of a kind, page by page, each turned into what is kept of it at once.
 * Answers the version from which to watch.
 * @throws ApiFailure
 */
export async function listAll<R>(
  server: ApiServer,
  resource: Resource,
  options: {
    toRecord: (object: RawObject) => R | undefined;
    signal: AbortSignal;
  },
): Promise<{ records: R[]; version: string }> {
  const records: R[] = [];
  let token: string | undefined;
  let version: string | undefined;
  do {
    const page: RawList = await server.json({
      path: pathOf(resource),
      query: { limit: PAGE, continue: token },
      signal: options.signal,
    });
    if (!Array.isArray(page?.items) || !page.metadata?.resourceVersion) {
      throw ApiFailure.rubbish('JSON that is no list');
    }
    for (const object of page.items) {
      const record = options.toRecord(object);
      if (record !== undefined) records.push(record);
    }
    token = page.metadata.continue;
    version = page.metadata.resourceVersion;
  } while (token);
  return { records, version };
}
