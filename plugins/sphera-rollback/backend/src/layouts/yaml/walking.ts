import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  visit,
} from 'yaml';
import { counted } from '@sphera/plugin-operations-node';
import { SpotError } from '../../errors';
import type { ParsedDocument } from './parseDocuments';

/** A node, the document that it stands in, and its place as people read it. */
export interface Spot {
  document: ParsedDocument;
  node: Node;
  place: string;
}

/**
 * What stands under a key of a map, whatever aliases lead there; `undefined` where there is no map or no such key.
 * @throws SpotError where the key stands there twice, or where a merge key could bring it
 */
export function under(
  { document, node, place }: Spot,
  key: string,
): Spot | undefined {
  if (!isMap(node)) return undefined;
  const own = place ? `${place}.${key}` : key;
  const named = (name: string) =>
    node.items.filter(
      item => isScalar(item.key) && String(item.key.value) === name,
    );
  const found = named(key);
  if (found.length > 1) {
    throw new SpotError(`${own} stands there twice; it must stand there once`);
  }
  const value = found[0]?.value;
  if (isNode(value)) return follow({ document, node: value, place: own });
  if (named('<<').length > 0) {
    throw new SpotError(
      `${own} can only come from a merge key (<<); it must be written there itself`,
    );
  }
  return undefined;
}

/** As {@link under}, but nothing where that cannot be told: for what may be somebody else's. */
export function perhapsUnder(spot: Spot, key: string): Spot | undefined {
  try {
    return under(spot, key);
  } catch (error) {
    if (error instanceof SpotError) return undefined;
    throw error;
  }
}

/** What stands in a list, aliases among it; nothing where there is no list. */
export function itemsOf({ document, node, place }: Spot): Spot[] {
  if (!isSeq(node)) return [];
  return node.items
    .filter(isNode)
    .map((item, nth) => ({ document, node: item, place: `${place}[${nth}]` }));
}

/** What stands in a list under a chain of keys; nothing where there is none. */
export function listAt(spot: Spot, ...keys: string[]): Spot[] {
  const list = keys.reduce<Spot | undefined>(
    (at, key) => at && under(at, key),
    spot,
  );
  return list ? itemsOf(list) : [];
}

/** All of a document. */
export function rootOf(document: ParsedDocument): Spot[] {
  const { contents } = document;
  return contents ? [{ document, node: contents, place: '' }] : [];
}

/**
 * Where an alias leads; another node as it is.
 * @throws SpotError where others follow the same anchor: they would change along
 */
export function follow(spot: Spot): Spot {
  const { document, node, place } = spot;
  if (!isAlias(node)) return spot;
  const target = node.resolve(document);
  if (!target)
    throw new SpotError(`${place} follows an anchor that is unknown`);
  let followers = 0;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === target) followers += 1;
    },
  });
  if (followers > 1) {
    throw new SpotError(
      `${place} follows the anchor &${node.source}, as ${counted(
        followers - 1,
        'other place',
      )} of the file; it must be written there itself`,
    );
  }
  return { document, node: target, place };
}
