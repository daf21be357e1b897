import type { Clock } from '@sphera/plugin-operations-node';
import type { RawObject } from '../../fleet/toRecord';
import { ApiFailure, ApiStatus } from './ApiFailure';
import type { ApiServer } from './ApiServer';
import { pathOf, Resource } from './kinds';
import { readLines } from './readLines';

/** The API server is asked to end a watch after four to six minutes, so that not all are renewed together. */
const SHORTEST_S = 240;
const SPREAD_S = 120;
/** An API server sends a bookmark about once a minute; where nothing comes for longer, the connection is dead. */
const SILENT_MS = 150_000;
/** etcd takes objects up to 1.5 MB. */
const LONGEST_LINE = 4_000_000;

/** A line of a watch. */
interface WatchLine {
  type?: string;
  object?: RawObject & ApiStatus;
}

/** What a watch brings. */
export interface WatchListener {
  /** It is open. */
  opened(): void;
  changed(object: RawObject): void;
  deleted(object: RawObject): void;
  /** Everything up to this version was told. */
  reached(version: string): void;
}

/**
 * Watches a kind from a version on, until the server ends it.
 * @throws ApiFailure with status 410 where that version is no longer known.
 */
export async function watchFrom(
  server: ApiServer,
  resource: Resource,
  version: string,
  options: { clock: Clock; signal: AbortSignal; listener: WatchListener },
): Promise<void> {
  const { clock, signal, listener } = options;
  const silence = new AbortController();
  const fallSilent = () => clock.after(SILENT_MS, () => silence.abort());
  let cancel = () => {};
  try {
    const stream = await server.stream({
      path: pathOf(resource),
      query: {
        watch: true,
        allowWatchBookmarks: true,
        resourceVersion: version,
        timeoutSeconds: SHORTEST_S + Math.floor(clock.random() * SPREAD_S),
      },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    listener.opened();
    cancel = fallSilent();
    for await (const line of readLines(stream, LONGEST_LINE)) {
      cancel();
      cancel = fallSilent();
      if (line) tell(parsed(line), listener);
    }
  } catch (error) {
    if (silence.signal.aborted) throw ApiFailure.silent();
    throw error instanceof ApiFailure ? error : ApiFailure.unreachable(error);
  } finally {
    cancel();
  }
}

function parsed(line: string): WatchLine {
  try {
    return JSON.parse(line);
  } catch {
    throw ApiFailure.rubbish('text that is no JSON');
  }
}

function tell({ type, object = {} }: WatchLine, listener: WatchListener) {
  switch (type) {
    case 'ADDED':
    case 'MODIFIED':
      listener.changed(object);
      break;
    case 'DELETED':
      listener.deleted(object);
      break;
    case 'BOOKMARK':
      break;
    case 'ERROR':
      throw ApiFailure.answered(object.code ?? 500, object);
    default:
      throw ApiFailure.rubbish('JSON that is no watch event');
  }
  const version = object.metadata?.resourceVersion;
  if (version) listener.reached(version);
}
