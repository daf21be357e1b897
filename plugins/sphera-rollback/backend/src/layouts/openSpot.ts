import { fillTemplate } from '@sphera/plugin-fleet-node';
import type { SpotSettings } from '../settings/RollbackSettings';
import type { VersionSpot } from './Layouts';
import { applicationSpot } from './spots/applicationSpot';
import { helmSpot } from './spots/helmSpot';
import { imagesOf } from './spots/imageReference';
import { kustomizeSpot } from './spots/kustomizeSpot';
import { manifestSpot } from './spots/manifestSpot';
import { parsePath } from './yaml/YamlPath';

/** Where the version is, unless a layout says otherwise: in Helm values, and as the name of a Helm parameter. */
export const DEFAULT_PATH = 'image.tag';

/**
 * How the version of a service stands in a file of a kind.
 * @param service - name of the service, for `{service}`
 */
export function openSpot(settings: SpotSettings, service: string): VersionSpot {
  const filled = (template?: string) =>
    template && fillTemplate(template, { service });
  const { path } = settings;
  const image = filled(settings.image);
  const called = image ?? service;
  const isWanted = imagesOf(image, service);
  switch (settings.kind) {
    case 'helm':
      // Settings with a path that is none stop the start.
      return helmSpot(
        (parsePath(path ?? DEFAULT_PATH) ?? []).map(step =>
          typeof step === 'number' ? step : filled(step)!,
        ),
      );
    case 'kustomize':
      return kustomizeSpot(isWanted, called);
    case 'manifest':
      return manifestSpot(isWanted, called);
    case 'application':
      return applicationSpot({
        parameter: image ? undefined : filled(path ?? DEFAULT_PATH),
        images: path ? undefined : { isWanted, called },
      });
    default:
      throw new Error(`No such kind of file: ${settings.kind}`);
  }
}
