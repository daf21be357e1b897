import { SpotError } from '../../errors';
import { changes, onlyTheVersion } from '../__testUtils__/changes';
import { openSpot } from '../openSpot';

const spot = openSpot(
  { kind: 'kustomize', image: 'registry.example/{service}' },
  'parcels',
);
const byName = openSpot({ kind: 'kustomize' }, 'parcels');
const parcels = 'registry.example/parcels';

describe('the version in a kustomization', () => {
  it.each([
    ['alone', `images:\n  - name: ${parcels}\n    newTag: §\n`],
    ['in quotes', `images:\n- newTag: "§" # x\n  name: "${parcels}"\n`],
    [
      'among others',
      `images:\n- { name: registry.example/proxy, newTag: 1.0.0 }\n- { name: ${parcels}, newTag: '§' }\n- name: other\n  digest: sha256:00\n`,
    ],
    [
      'beside an entry with a merge key',
      `x: &x { newTag: 1.0.0 }\nimages:\n- { name: proxy, <<: *x }\n- name: ${parcels}\n  newTag: §\n`,
    ],
    [
      'under a new name',
      `images:\n- name: parcels\n  newName: ${parcels}\n  newTag: §`,
    ],
    [
      'with Windows line endings',
      `resources:\r\n- ../../base\r\nimages:\r\n- name: ${parcels}\r\n  newTag: §\r\n`,
    ],
    [
      'with an anchor',
      `images:\n- name: ${parcels}\n  newTag: &v §\ncommonLabels: { v: *v }\n`,
    ],
    [
      'behind a mirror',
      `images:\n- name: mirror.example/${parcels}\n  newTag: §\n`,
    ],
  ])('%s', (_, file) => {
    expect(changes(spot, file)).toEqual(onlyTheVersion(file));
    expect(changes(byName, file)).toEqual(onlyTheVersion(file));
  });

  it('is put in quotes where it would be a number', () => {
    expect(
      spot.write(`images:\n- name: ${parcels}\n  newTag: 1.9.0\n`, '1.10'),
    ).toBe(`images:\n- name: ${parcels}\n  newTag: "1.10"\n`);
  });

  it.each([
    ['resources: []\n', 'images has no entry for registry.example/parcels'],
    ['images:\n', 'images has no entry for registry.example/parcels'],
    ['images: x\n', 'images has no entry for registry.example/parcels'],
    [
      'images:\n- { name: a, newTag: 1.0.0 }\n- { name: b, newTag: 1.0.0 }\n',
      'images has no entry for registry.example/parcels, only a and b',
    ],
    ['images:\n- { name: my-parcels, newTag: 1.0.0 }\n', 'has no entry'],
    [
      `images:\n- { name: a }\n- { name: ${parcels}, newTag: 1.0.0 }\n- { name: x, newName: ${parcels}, newTag: 1.0.0 }\n`,
      'images has several entries for registry.example/parcels: images[1] and images[2]; there must be one',
    ],
    [
      `images:\n- { name: ${parcels}, digest: "sha256:00" }\n`,
      'images[0] is pinned by a digest',
    ],
    [
      `images:\n- { name: ${parcels}, newTag: 1.0.0, digest: "sha256:00" }\n`,
      'images[0] is pinned by a digest',
    ],
    [
      `images:\n- { name: ${parcels} }\n`,
      'images[0] has no newTag; it must name the version',
    ],
    [
      `images:\n- { name: ${parcels}, newTag: "{{ v }}" }\n`,
      'images[0].newTag is a template',
    ],
    [
      `x: &x { newTag: 1.0.0 }\nimages:\n- name: ${parcels}\n  <<: *x\n`,
      'can only come from a merge key',
    ],
  ])('%j is refused: %s', (file, sentence) => {
    expect(() => spot.read(file)).toThrow(sentence);
    expect(() => spot.write(file, '4.11.7')).toThrow(SpotError);
  });
});
