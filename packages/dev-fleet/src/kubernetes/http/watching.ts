import type { ServerResponse } from 'node:http';
import type { KubeObject } from '../objects';
import { groupVersionOf } from '../resources';
import { expired } from '../StatusError';
import type { Change } from '../store/ChangeLog';
import type { Store } from '../store/Store';
import { checkVersion, selection } from './listing';
import { isTrue, type RequestInfo } from './RequestInfo';

/** How long a watch may last that does not say, in milliseconds: half an hour, as `--min-request-timeout`. */
const LONGEST = 1_800_000;

/** How far a client may fall behind before its watch is ended, in bytes. */
const MOST_UNREAD = 32 * 2 ** 20;

type WatchEvent = { type: string; object: object };

/** Tells a client of every change of what it asks for, until it goes or its time is up. */
export function watch(
  store: Store,
  request: RequestInfo,
  query: URLSearchParams,
  response: ServerResponse,
  /** From one bookmark to the next, in milliseconds. */
  bookmarkInterval: number,
): void {
  const { resource, namespace } = request;
  const isMeant = selection(request, query);
  const begin = checkVersion(store, query.get('resourceVersion'));
  const wantsBookmarks = isTrue(query.get('allowWatchBookmarks'));
  const isStreamedList = isTrue(query.get('sendInitialEvents'));
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();

  const send = (event: WatchEvent) => {
    response.write(`${JSON.stringify(event)}\n`);
    if (response.writableLength > MOST_UNREAD) response.destroy();
  };
  const tell = (change: Change) => {
    if (change.resource !== resource) return;
    if (namespace && change.object.metadata.namespace !== namespace) return;
    const event = seenThrough(isMeant, change);
    if (event) send(event);
  };
  const bookmark = (annotations?: Record<string, string>) =>
    send({
      type: 'BOOKMARK',
      object: {
        kind: resource.kind,
        apiVersion: groupVersionOf(resource),
        metadata: {
          resourceVersion: String(store.version),
          creationTimestamp: null,
          annotations,
        },
      },
    });

  if (begin === 0 || isStreamedList) {
    for (const object of store.list(resource, namespace).filter(isMeant)) {
      send({ type: 'ADDED', object });
    }
    if (isStreamedList) bookmark({ 'k8s.io/initial-events-end': 'true' });
  } else {
    const missed = store.log.since(begin);
    if (!missed) {
      const message = `too old resource version: ${begin} (${store.version})`;
      send({ type: 'ERROR', object: expired(message).toStatus() });
      response.end();
      return;
    }
    missed.forEach(tell);
  }

  const unsubscribe = store.onChange(tell);
  const bookmarks = wantsBookmarks
    ? setInterval(() => bookmark(), bookmarkInterval).unref()
    : undefined;
  const seconds = Number(query.get('timeoutSeconds'));
  const end = setTimeout(
    () => {
      if (wantsBookmarks) bookmark();
      response.end();
    },
    seconds > 0 ? seconds * 1000 : LONGEST,
  ).unref();
  response.once('close', () => {
    unsubscribe();
    clearInterval(bookmarks);
    clearTimeout(end);
  });
}

/** A change as a watch with a selector sees it: what begins or ends to match is added or deleted. */
function seenThrough(
  isMeant: (object: KubeObject) => boolean,
  { type, object, previous }: Change,
): WatchEvent | undefined {
  const is = type !== 'DELETED' && isMeant(object);
  const was = previous !== undefined && isMeant(previous);
  if (is) return { type: was ? 'MODIFIED' : 'ADDED', object };
  if (!was) return undefined;
  const { resourceVersion } = object.metadata;
  return {
    type: 'DELETED',
    object: {
      ...previous,
      metadata: { ...previous.metadata, resourceVersion },
    },
  };
}
