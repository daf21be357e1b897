import { SpotError } from '../../errors';
import type { VersionSpot } from '../Layouts';
import { scalarText, textUnder } from '../yaml/scalarText';
import { listAt, rootOf, type Spot, under } from '../yaml/walking';
import type { ImageFilter } from './imageReference';
import { instead, onlyOne } from './onlyOne';
import { type FoundVersion, spotOf } from './spotOf';
import { imageAt, versionOfImage } from './taggedImage';

/** What to look for in the sources of an Argo CD application. */
export interface ApplicationSpotOptions {
  /** Name of a Helm parameter. */
  parameter?: string;
  /** Else, or where no source has the parameter: one of the Kustomize images. */
  images?: { isWanted: ImageFilter; called: string };
}

/** A Helm parameter or a Kustomize image of an Argo CD `Application`, in whichever of its sources. */
export function applicationSpot({
  parameter,
  images,
}: ApplicationSpotOptions): VersionSpot {
  return spotOf(documents => {
    const sources = documents
      .flatMap(rootOf)
      .filter(root => textUnder(root, 'kind') === 'Application')
      .flatMap(sourcesOf);
    if (sources.length === 0) {
      throw new SpotError(
        'the file has no Application of Argo CD with a spec.source',
      );
    }
    const ofParameter = parameter ? parametersOf(sources, parameter) : [];
    if (images && ofParameter.length === 0) {
      const found = imagesIn(sources, images.isWanted);
      if (found.length > 0 || !parameter) return theImage(found, images.called);
    }
    return theParameter(ofParameter, parameter!, sources);
  });
}

function theParameter(
  found: Spot[],
  parameter: string,
  sources: Spot[],
): FoundVersion {
  const one = onlyOne(
    found,
    () =>
      `helm.parameters has no parameter ${parameter}${instead(
        allParameters(sources).flatMap(each => textUnder(each, 'name') ?? []),
      )}`,
    places =>
      `the parameter ${parameter} stands in several places: ${places}; there must be one`,
  );
  const value = under(one, 'value');
  if (!value) throw new SpotError(`${one.place} has no value`);
  const { scalar, text } = scalarText(value);
  const { place } = value;
  return { scalar, place, text, version: text, with: to => to };
}

function theImage(
  found: ReturnType<typeof imagesIn>,
  called: string,
): FoundVersion {
  const one = onlyOne(
    found,
    () => `kustomize.images has no entry for ${called}`,
    places =>
      `kustomize.images has several entries for ${called}: ${places}; there must be one`,
  );
  return versionOfImage(one);
}

function parametersOf(sources: Spot[], name: string): Spot[] {
  return allParameters(sources).filter(one => textUnder(one, 'name') === name);
}

function allParameters(sources: Spot[]): Spot[] {
  return sources.flatMap(source => listAt(source, 'helm', 'parameters'));
}

function imagesIn(sources: Spot[], isWanted: ImageFilter) {
  return sources
    .flatMap(source => listAt(source, 'kustomize', 'images'))
    .flatMap(spot => imageAt(spot, splitOverride) ?? [])
    .filter(
      ({ before, reference }) =>
        isWanted(reference.repository) || isWanted(before.replace(/=$/, '')),
    );
}

/** `quotes=registry.kestrel.example/quotes:4.11.7` takes another image for `quotes`. */
function splitOverride(text: string) {
  const at = text.indexOf('=') + 1;
  return { before: text.slice(0, at), image: text.slice(at) };
}

function sourcesOf(root: Spot): Spot[] {
  const spec = under(root, 'spec');
  const source = spec && under(spec, 'source');
  return [...(source ? [source] : []), ...listAt(root, 'spec', 'sources')];
}
