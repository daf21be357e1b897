import { isMap, isNode, isScalar, isSeq, visit } from 'yaml';
import type { VersionSpot } from '../Layouts';
import type { ParsedDocument } from '../yaml/parseDocuments';
import { textUnder } from '../yaml/scalarText';
import { itemsOf, perhapsUnder, type Spot, under } from '../yaml/walking';
import type { ImageFilter } from './imageReference';
import { instead, onlyOne } from './onlyOne';
import { spotOf } from './spotOf';
import { imageAt, versionOfImage } from './taggedImage';

const LISTS = ['containers', 'initContainers', 'ephemeralContainers'];

/** `image:` of a container, in whatever resource of the file. */
export function manifestSpot(
  isWanted: ImageFilter,
  called: string,
): VersionSpot {
  return spotOf(documents => {
    const containers = documents.flatMap(containersOf);
    const images = containers
      .flatMap(container => perhapsUnder(container, 'image') ?? [])
      .flatMap(spot => imageAt(spot) ?? []);
    const found = onlyOne(
      images.filter(({ reference }) => isWanted(reference.repository)),
      () => {
        // Where one could not be told, that is why.
        containers.forEach(container => under(container, 'image'));
        return `no container has the image ${called}${instead(
          images.map(({ reference }) => reference.repository),
        )}`;
      },
      places =>
        `several containers have the image ${called}: ${places}; there must be one`,
    );
    return versionOfImage(found);
  });
}

function containersOf(document: ParsedDocument): Spot[] {
  const containers: Spot[] = [];
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || !LISTS.includes(String(key.value))) return;
      if (!isNode(value) || !isSeq(value)) return;
      containers.push(
        ...itemsOf({ document, node: value, place: String(key.value) })
          .filter(({ node }) => isMap(node))
          .map(named),
      );
    },
  });
  return containers.filter(
    ({ node }, nth) => containers.findIndex(one => one.node === node) === nth,
  );
}

/** With a place that people recognise: `containers[labels]`. */
function named(container: Spot): Spot {
  const name = textUnder(container, 'name');
  if (!name) return container;
  const list = container.place.replace(/\[\d+\]$/, '');
  return { ...container, place: `${list}[${name}]` };
}
