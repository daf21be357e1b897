import { read, refusal } from './__testUtils__/read';

const gitops = { name: 'gitops', url: 'https://github.com/kestrel/gitops.git' };
const FILE = '{service}/{environment}/values.yaml';
const helm = { repository: 'gitops', kind: 'helm', file: FILE };
const layouts = (...list: object[]) => ({
  repositories: [gitops],
  layouts: list,
});
const layout = (more: object) => layouts({ ...helm, ...more });
const INSIDE = 'layouts[0].file: must be a path inside of the repository';

describe('layouts in the settings of rollbacks', () => {
  it.each<[object, string]>([
    [
      layout({ repository: 'other' }),
      'layouts[0].repository: "other" is not one of sphera.rollback.repositories (gitops)',
    ],
    [
      { layouts: [helm] },
      'layouts[0].repository: "gitops" is not one of sphera.rollback.repositories (there are none)',
    ],
    [
      layout({ kind: 'jsonnet' }),
      'layouts[0].kind: must be one of helm, kustomize, manifest, application',
    ],
    [layout({ file: undefined }), 'layouts[0].file: is missing'],
    [
      layout({ services: 'x' }),
      "layouts[0]: Unrecognized key(s) in object: 'services'",
    ],
    [
      layout({ environment: 'prod' }),
      'layouts[0].environment: "prod" is not one of sphera.fleet.environments (staging, production)',
    ],
    [
      layout({ service: 'user:default/dana' }),
      'layouts[0].service: "user:default/dana" must be the name or ref of a component, like component:default/payments',
    ],
    [
      layout({ team: [] }),
      'layouts[0].team: must name at least one, or be left out',
    ],
    [
      layout({ team: ['a b'] }),
      'layouts[0].team: "a b" must be the name or ref of a group',
    ],
    [
      layout({ system: 'a:b:c' }),
      'layouts[0].system: "a:b:c" must be the name or ref of a system',
    ],
    [
      layout({ file: '{service}/{env}/{zone}' }),
      'layouts[0].file: has no field {env}; it may contain {service}, {environment}, {region}, {cluster}, {owner}, {system}; ',
    ],
    [layout({ file: `/${FILE}` }), INSIDE],
    [layout({ file: `../${FILE}` }), INSIDE],
    [layout({ file: `a/../../${FILE}` }), INSIDE],
    [layout({ file: `./${FILE}` }), INSIDE],
    [layout({ file: `a//${FILE}` }), INSIDE],
    [layout({ file: `${FILE}/` }), INSIDE],
    [layout({ file: `.git/${FILE}` }), INSIDE],
    [layout({ file: `a\\${FILE}` }), INSIDE],
    [layout({ file: `${FILE}}` }), INSIDE],
    [layout({ file: `${FILE}\n` }), INSIDE],
    [
      layout({ file: '{environment}/values.yaml' }),
      'layouts[0].file: must contain {service}, or the layout name one service',
    ],
    [
      layout({ file: '{environment}/values.yaml', service: ['a', 'b'] }),
      'layouts[0].file: must contain {service}',
    ],
    [
      layout({ file: '{environment}/x.yaml', kind: 'application' }),
      'layouts[0].file: must contain {service}',
    ],
    [
      layout({ file: '{service}/values.yaml' }),
      'layouts[0].file: must contain {environment} or {cluster}, or the layout name one environment',
    ],
    [
      layout({ file: '{service}/{region}.yaml' }),
      'layouts[0].file: must contain {environment} or {cluster}',
    ],
    [
      layout({ kind: 'kustomize', path: 'a.b' }),
      'layouts[0].path: has no meaning at the kind kustomize; image has',
    ],
    [
      layout({ kind: 'manifest', path: 'a.b' }),
      'layouts[0].path: has no meaning at the kind manifest; image has',
    ],
    [
      layout({ image: 'a/b' }),
      'layouts[0].image: has no meaning at the kind helm; path has',
    ],
    [
      layout({ kind: 'application', path: 'a', image: 'b' }),
      'layouts[0].image: must not be there where path is',
    ],
    [
      layout({ path: 'image..tag' }),
      'layouts[0].path: must be a path in YAML, like image.tag',
    ],
    [
      layout({ path: '{region}.tag' }),
      'layouts[0].path: has no field {region}; it may contain {service}',
    ],
    [
      layout({ kind: 'manifest', image: 'a/b:1' }),
      'layouts[0].image: must be the repository of an image without its tag',
    ],
    [
      layout({ kind: 'manifest', image: 'a b' }),
      'layouts[0].image: must be the repository of an image',
    ],
    [
      layout({ kind: 'manifest', image: '{name}' }),
      'layouts[0].image: has no field {name}; it may contain {service}',
    ],
    [
      layouts(helm, { ...helm, team: 'booking' }),
      'layouts[1]: is never reached, since layouts[0] fits every service; that must be the last',
    ],
  ])('%j: %s', (settings, sentence) => {
    expect(refusal(settings)).toContain(sentence);
  });

  it.each<[string, object]>([
    [
      'a file of one service',
      layout({ service: 'a', file: '{environment}.yaml' }),
    ],
    [
      'a file of one environment',
      layout({ environment: 'staging', file: '{service}.yaml' }),
    ],
    ['a file of a cluster', layout({ file: '{cluster}/{service}.yaml' })],
    [
      'a file of many services with a path each',
      layout({ file: '{environment}.yaml', path: '{service}.image.tag' }),
    ],
    [
      'a file of many services with an image each',
      layout({ file: '{environment}.yaml', kind: 'kustomize' }),
    ],
    [
      'a file of many services with a named image each',
      layout({
        file: '{environment}.yaml',
        kind: 'manifest',
        image: 'a/{service}',
      }),
    ],
    [
      'a layout for all the rest at the end',
      layouts({ ...helm, team: 'booking' }, helm),
    ],
    ['a path with odd keys', layout({ path: 'a["b.c"].list[0].tag' })],
  ])('may have %s', (_, settings) => {
    expect(() => read(settings)).not.toThrow();
  });
});
