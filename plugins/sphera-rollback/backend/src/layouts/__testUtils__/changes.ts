import type { VersionSpot } from '../Layouts';

type Versions = [from: string, to: string];
const VERSIONS: Versions = ['4.12.1', '4.11.7'];

/**
 * What a spot makes of a file.
 * @param file - text with one or more § in place of a version
 */
export function changes(
  spot: VersionSpot,
  file: string,
  [from, to] = VERSIONS,
) {
  const before = file.replaceAll('§', from);
  return {
    read: spot.read(before),
    written: spot.write(before, to),
    unchanged: spot.write(before, from),
  };
}

/** What becomes of a file of which not a byte is changed but those of the version. */
export function onlyTheVersion(file: string, [from, to] = VERSIONS) {
  return {
    read: from,
    written: file.replaceAll('§', to),
    unchanged: file.replaceAll('§', from),
  };
}
