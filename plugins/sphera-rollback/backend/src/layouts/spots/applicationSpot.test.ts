import { SpotError } from '../../errors';
import { changes, onlyTheVersion } from '../__testUtils__/changes';
import { openSpot } from '../openSpot';

const spot = openSpot({ kind: 'application' }, 'payments');
const byImage = openSpot(
  { kind: 'application', image: 'registry.example/{service}' },
  'payments',
);
const application = (spec: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: payments\nspec:\n${spec}`;
const source = (body: string) => application(`  source:\n${body}`);
const parameters = (body: string) =>
  source(`    helm:\n      parameters:\n${body}`);
const images = (body: string) =>
  source(`    kustomize:\n      images:\n${body}`);

describe('the version in an Argo CD application', () => {
  it.each([
    [
      'as a Helm parameter',
      parameters('        - name: image.tag\n          value: §\n'),
    ],
    [
      'in quotes',
      parameters(
        '        - value: "§" # x\n          name: "image.tag"\n        - name: replicas\n          value: "2"\n',
      ),
    ],
    [
      'in a flow map',
      parameters(
        '        - { name: image.tag, value: §, forceString: true }\n',
      ),
    ],
    [
      'in one of several sources',
      application(
        '  sources:\n    - ref: values\n    - helm:\n        parameters:\n          - name: image.tag\n            value: §\n',
      ),
    ],
    [
      'among documents',
      `kind: AppProject\nspec: {}\n---\n${parameters(
        '        - { name: image.tag, value: § }\n',
      )}`,
    ],
    [
      'with Windows line endings',
      parameters('        - name: image.tag\n          value: §\n').replaceAll(
        '\n',
        '\r\n',
      ),
    ],
    ['as a Kustomize image', images('        - registry.example/payments:§\n')],
    [
      'as a Kustomize image in quotes',
      images(
        "        - 'registry.example/payments:§' # x\n        - other:1\n",
      ),
    ],
    [
      'as a replaced Kustomize image',
      images('        - payments=registry.example/payments:§\n'),
    ],
    [
      'as a Kustomize image of another registry',
      images('        - registry.example/payments=mirror.example/p:§\n'),
    ],
  ])('%s', (_, file) => {
    expect(changes(spot, file)).toEqual(onlyTheVersion(file));
  });

  it('is put in quotes where a parameter would be a number', () => {
    const file = (value: string) =>
      parameters(`        - { name: image.tag, value: ${value} }\n`);
    expect(spot.write(file('1.9.0'), '1.10')).toBe(file('"1.10"'));
  });

  it('is a parameter of another name where the layout says so', () => {
    const other = openSpot(
      { kind: 'application', path: 'app.{service}.tag' },
      'payments',
    );
    const file = parameters(
      '        - { name: image.tag, value: 1.0.0 }\n        - { name: app.payments.tag, value: § }\n',
    );
    expect(changes(other, file)).toEqual(onlyTheVersion(file));
  });

  it('is a Kustomize image where the layout names one, whatever parameters there are', () => {
    const file = source(
      '    helm:\n      parameters: [{ name: image.tag, value: 1.0.0 }]\n    kustomize:\n      images: [registry.example/payments:§]\n',
    );
    expect(changes(byImage, file)).toEqual(onlyTheVersion(file));
  });

  it.each([
    [
      'kind: Deployment\nspec: { source: {} }\n',
      'the file has no Application of Argo CD with a spec.source',
    ],
    [
      application('  project: x\n'),
      'the file has no Application of Argo CD with a spec.source',
    ],
    [source('    path: x\n'), 'helm.parameters has no parameter image.tag'],
    [
      parameters('        - { name: a, value: b }\n        - { name: c }\n'),
      'helm.parameters has no parameter image.tag, only a and c',
    ],
    [
      parameters(
        '        - { name: image.tag, value: 1.0.0 }\n        - { name: image.tag, value: 1.0.0 }\n',
      ),
      'the parameter image.tag stands in several places: spec.source.helm.parameters[0] and spec.source.helm.parameters[1]; there must be one',
    ],
    [
      application(
        '  sources:\n    - helm: { parameters: [{ name: image.tag, value: 1.0.0 }] }\n    - helm: { parameters: [{ name: image.tag, value: 1.0.0 }] }\n',
      ),
      'spec.sources[0].helm.parameters[0] and spec.sources[1].helm.parameters[0]',
    ],
    [
      parameters('        - { name: image.tag }\n'),
      'spec.source.helm.parameters[0] has no value',
    ],
    [
      parameters(
        '        - { name: image.tag, value: $ARGOCD_APP_REVISION }\n',
      ),
      'must be the tag of an image',
    ],
    [
      parameters('        - { name: image.tag, value: "{{tag}}" }\n'),
      'spec.source.helm.parameters[0].value is a template',
    ],
    [
      images('        - a/payments:1\n        - b/payments:1\n'),
      'kustomize.images has several entries for payments: spec.source.kustomize.images[0] and spec.source.kustomize.images[1]',
    ],
    [
      images('        - a/payments:1@sha256:00\n'),
      'spec.source.kustomize.images[0] is pinned by a digest',
    ],
    [
      images('        - payments=a/payments\n'),
      'spec.source.kustomize.images[0] has no tag',
    ],
  ])('%j is refused: %s', (file, sentence) => {
    expect(() => spot.read(file)).toThrow(sentence);
    expect(() => spot.write(file, '4.11.7')).toThrow(SpotError);
  });

  it('is missing where the layout names an image that no source has', () => {
    expect(() => byImage.read(images('        - a:1\n'))).toThrow(
      'kustomize.images has no entry for registry.example/payments',
    );
  });
});
