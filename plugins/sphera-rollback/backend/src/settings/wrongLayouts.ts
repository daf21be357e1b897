import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  fieldsOf,
  fillTemplate,
  type SettingProblem,
  unknownEnvironment,
  unknownFields,
} from '@sphera/plugin-fleet-node';
import { LAYOUT_FIELDS } from '../layouts/layoutFields';
import { parseImage } from '../layouts/spots/imageReference';
import { parsePath } from '../layouts/yaml/YamlPath';
import type { WrittenSettings } from './settingsSchema';

type Layout = WrittenSettings['layouts'][number];
type Path = SettingProblem['path'];

/** What is wrong with layouts that a schema cannot see. */
export function wrongLayouts(
  { layouts, repositories }: WrittenSettings,
  fleet: Fleet,
): SettingProblem[] {
  const names = repositories.map(({ name }) => name);
  return layouts.flatMap((layout, nth) => {
    const path = ['layouts', nth];
    return [
      ...(names.includes(layout.repository)
        ? []
        : [
            {
              path: [...path, 'repository'],
              message: `"${
                layout.repository
              }" is not one of sphera.rollback.repositories (${
                names.join(', ') || 'there are none'
              })`,
            },
          ]),
      ...(layout.environment ?? []).flatMap(environment =>
        unknownEnvironment(fleet, [...path, 'environment'], environment),
      ),
      ...wrongFile(layout, [...path, 'file']),
      ...wrongSpot(layout, path),
      ...shared(layout, [...path, 'file'], fleet),
      ...unreached(layouts, nth),
    ];
  });
}

function wrongFile({ file }: Layout, path: Path): SettingProblem[] {
  const unknown = unknownFields(LAYOUT_FIELDS, path, file);
  if (unknown.length > 0) return unknown;
  const parts = file.split('/');
  const isInside = parts.every(
    part => !['', '.', '..', '.git'].includes(part.toLowerCase()),
  );
  const rest = fillTemplate(file, {});
  if (isInside && !/[{}\\:\p{Cc}]/u.test(rest)) return [];
  const message =
    'must be a path inside of the repository, like {service}/{environment}/values.yaml, without a slash at its beginning and without ..';
  return [{ path, message }];
}

function wrongSpot(layout: Layout, path: Path): SettingProblem[] {
  const { kind, path: steps, image } = layout;
  const filled = (template: string) =>
    fillTemplate(template, { service: 'payments' });
  const at = (key: string, message: string) => ({
    path: [...path, key],
    message,
  });
  const problems = [
    ...unknownFields(['service'], [...path, 'path'], steps),
    ...unknownFields(['service'], [...path, 'image'], image),
  ];
  if (problems.length > 0) return problems;
  if (steps && (kind === 'kustomize' || kind === 'manifest')) {
    return [at('path', `has no meaning at the kind ${kind}; image has`)];
  }
  if (image && kind === 'helm') {
    return [at('image', 'has no meaning at the kind helm; path has')];
  }
  if (steps && image) {
    return [at('image', 'must not be there where path is')];
  }
  if (steps && kind === 'helm' && !parsePath(steps)) {
    return [
      at(
        'path',
        'must be a path in YAML, like image.tag or containers[0].image["tag"]',
      ),
    ];
  }
  const reference = image && parseImage(filled(image));
  if (image && (!reference || reference.tag || reference.digest)) {
    const message =
      'must be the repository of an image without its tag, like registry.example.com/{service}';
    return [at('image', message)];
  }
  return [];
}

/** Two services, or two environments, with one version would be rolled back together. */
function shared(layout: Layout, path: Path, fleet: Fleet): SettingProblem[] {
  const { kind, service, file, image } = layout;
  const fields = fieldsOf(file + (layout.path ?? '') + (image ?? ''));
  const byName = !image && (kind === 'kustomize' || kind === 'manifest');
  const one = service?.length === 1;
  const environments =
    layout.environment ?? fleet.environments.map(({ name }) => name);
  const perEnvironment = fieldsOf(file).some(
    field => field === 'environment' || field === 'cluster',
  );
  return [
    ...(one || byName || fields.includes('service')
      ? []
      : [
          {
            path,
            message:
              'must contain {service}, or the layout name one service, since services would share a version',
          },
        ]),
    ...(perEnvironment || new Set(environments).size < 2
      ? []
      : [
          {
            path,
            message:
              'must contain {environment} or {cluster}, or the layout name one environment, since environments would share a version',
          },
        ]),
  ];
}

function unreached(layouts: Layout[], nth: number): SettingProblem[] {
  const first = layouts
    .slice(0, nth)
    .findIndex(
      ({ service, team, system, environment }) =>
        !service && !team && !system && !environment,
    );
  if (first < 0) return [];
  const message = `is never reached, since layouts[${first}] fits every service; that must be the last`;
  return [{ path: ['layouts', nth], message }];
}
