import { SpotError } from '../../errors';
import { changes, onlyTheVersion } from '../__testUtils__/changes';
import { openSpot } from '../openSpot';

const repository = 'registry.example:5000/delivery/labels';
const spot = openSpot(
  { kind: 'manifest', image: 'registry.example:5000/delivery/{service}' },
  'labels',
);
const byName = openSpot({ kind: 'manifest' }, 'labels');

const deployment = (containers: string, kind = 'Deployment') =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: labels }\nspec:\n  template:\n    spec:\n${containers}`;

describe('the version in a manifest', () => {
  it.each([
    [
      'plain',
      deployment(
        `      containers:\n        - name: labels\n          image: ${repository}:§\n`,
      ),
    ],
    [
      'in double quotes',
      deployment(`      containers:\n      - image: "${repository}:§" # x\n`),
    ],
    [
      'in single quotes',
      deployment(`      containers: [{ image: '${repository}:§' }]\n`),
    ],
    [
      'plain in a flow map',
      deployment(`      containers: [{ image: ${repository}:§, name: a }]\n`),
    ],
    [
      'in a folded scalar',
      deployment(
        `      containers:\n      - image: >-\n          ${repository}:§\n`,
      ),
    ],
    [
      'beside a sidecar',
      deployment(
        `      containers:\n      - image: registry.example:5000/proxy@sha256:00ff\n      - image: ${repository}:§\n        args: ["${repository}:4.12.1"]\n`,
      ),
    ],
    [
      'beside what has no image',
      deployment(
        `      initContainers:\n      - name: odd\n      -\n      - text\n      containers:\n      - image: ${repository}:§\n`,
      ),
    ],
    [
      'in an init container',
      deployment(
        `      initContainers:\n      - image: ${repository}:§\n      containers:\n      - image: other:1\n`,
      ),
    ],
    [
      'with Windows line endings',
      deployment(
        `      containers:\n      - image: ${repository}:§\n`,
      ).replaceAll('\n', '\r\n'),
    ],
    [
      'among documents',
      `kind: Service\n---\n# the deployment\n${deployment(
        `      containers:\n      - image: ${repository}:§\n`,
      )}---\nkind: ConfigMap\ndata:\n  image: ${repository}:4.12.1\n`,
    ],
    [
      'beside a sidecar from a merge key',
      `x: &proxy { image: "proxy:1" }\n${deployment(
        `      containers:\n      - image: ${repository}:§\n      - <<: *proxy\n`,
      )}`,
    ],
    [
      'in a cron job',
      `kind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - image: ${repository}:§\n`,
    ],
    [
      'in a list of resources',
      `kind: List\nitems:\n- spec:\n    template:\n      spec:\n        containers:\n        - image: ${repository}:§`,
    ],
    [
      'with an anchor',
      deployment(
        `      containers:\n      - image: &i ${repository}:§\n        env: [{ name: IMAGE, value: *i }]\n`,
      ),
    ],
  ])('%s', (_, file) => {
    expect(changes(spot, file)).toEqual(onlyTheVersion(file));
    expect(changes(byName, file)).toEqual(onlyTheVersion(file));
  });

  const plain = deployment(
    `      containers:\n      - image: ${repository}:§\n`,
  );
  it.each<[string, string]>([
    ['4.12.1', '1.10'],
    ['1.10', 'true'],
  ])('may look like a number, %s or %s: an image is a text', (from, to) => {
    expect(changes(spot, plain, [from, to])).toEqual(
      onlyTheVersion(plain, [from, to]),
    );
  });

  it.each(['labels', 'delivery/labels'])(
    'is found by a part of the repository: %s',
    image => {
      const byPart = openSpot({ kind: 'manifest', image }, 'any');
      expect(changes(byPart, plain)).toEqual(onlyTheVersion(plain));
    },
  );

  const containers = (...images: string[]) =>
    deployment(
      `      containers:\n${images
        .map((image, nth) => `      - { name: c${nth}, image: ${image} }\n`)
        .join('')}`,
    );
  it.each([
    ['kind: Service\n', `no container has the image ${repository}`],
    [
      containers('a:1', 'registry.example:5000/delivery/more-labels:1'),
      `no container has the image ${repository}, only a and registry.example:5000/delivery/more-labels`,
    ],
    [containers('"{{ image }}"'), 'no container has the image'],
    [
      `x: &x { image: "${repository}:1" }\n${deployment(
        '      containers:\n      - <<: *x\n',
      )}`,
      'containers[0].image can only come from a merge key (<<); it must be written there itself',
    ],
    [
      `x: &x "${repository}:1"\n${containers('*x', '*x')}`,
      'containers[c0].image follows the anchor &x, as 1 other place of the file',
    ],
    [
      containers(`${repository}:1`, 'b:1', `${repository}:1`),
      `several containers have the image ${repository}: containers[c0].image and containers[c2].image; there must be one`,
    ],
    [
      `${containers(`${repository}:1`)}---\n${containers(`${repository}:2`)}`,
      'several containers have the image',
    ],
    [
      containers(`${repository}:4.12.1@sha256:00ff`),
      'containers[c0].image is pinned by a digest, which no version can replace; it must be a tag alone',
    ],
    [
      containers(`${repository}@sha256:00ff`),
      'containers[c0].image is pinned by a digest',
    ],
    [
      containers(repository),
      `containers[c0].image has no tag; it must name one, like ${repository}:4.11.7`,
    ],
  ])('%j is refused: %s', (file, sentence) => {
    expect(() => spot.read(file)).toThrow(sentence);
    expect(() => spot.write(file, '4.11.7')).toThrow(SpotError);
  });
});
