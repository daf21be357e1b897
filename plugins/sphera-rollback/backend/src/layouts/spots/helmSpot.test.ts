import { SpotError } from '../../errors';
import { changes, onlyTheVersion } from '../__testUtils__/changes';
import { parsePath } from '../yaml/YamlPath';
import { helmSpot } from './helmSpot';

const at = (path: string) => helmSpot(parsePath(path)!);
const tag = at('image.tag');

describe('the version in Helm values', () => {
  it.each([
    ['plain', 'image:\n  tag: §\n'],
    ['in double quotes', 'image:\n  tag: "§"\n'],
    ['in single quotes', "image:\n  tag: '§'\n"],
    ['with a comment behind it', 'image:\n  tag: §   # by the release bot\n'],
    ['among comments', '# a\nimage:\n  # b\n  tag: § # c\n  # d\n# e\n'],
    ['without a newline at the end', 'image:\n  tag: §'],
    ['with Windows line endings', 'image:\r\n  tag: § # x\r\nreplicas: 2\r\n'],
    ['with mixed line endings', '# x\r\nimage:\n  tag: "§"\r\nreplicas: 2\n'],
    ['behind a byte order mark', '\uFEFFimage:\n  tag: §\n'],
    [
      'in a flow map',
      'image: { repository: a/b, tag: §, pullPolicy: Always }\n',
    ],
    ['in a tight flow map', '{image: {tag: "§","x":1}}'],
    ['in a flow map over lines', 'image: {\n  tag: §,\n  a: [1,\n 2] }\n'],
    ['in JSON', '{\n\t"image": { "tag": "§" }\n}\n'],
    ['with an anchor', 'image:\n  tag: &version §\nlabel: *version\n'],
    ['with a tag for text', 'image:\n  tag: !!str §\n'],
    ['with an anchor and a tag', 'image:\n  tag: &v !!str "§" # x\n'],
    ['in a block scalar', 'image:\n  tag: |-\n    §\n\n  a: b\n'],
    ['in a folded scalar', 'image:\n  tag: >- # why\n      §\nb: 1\n'],
    ['in a block scalar, Windows', 'image:\r\n  tag: |-\r\n    §\r\na: b\r\n'],
    ['on the next line', 'image:\n  tag:\n    §\n'],
    ['with spaces around', 'image:\n    tag   :   §   \n\n\n'],
    ['under quoted keys', '"image":\n  \'tag\': §\n'],
    ['under an explicit key', '? image\n: ? tag\n  : §\n'],
    [
      'behind dashes and a directive',
      '%YAML 1.2\n---\nimage:\n  tag: §\n...\n',
    ],
    ['with tabs behind it', 'image:\n  tag: §\t# tab\n'],
    [
      'beside keys alike',
      'tag: 1\nimage:\n  tags: 2\n  tag: §\n  x: { tag: 3 }\n',
    ],
    ['beside the same version', 'a: 4.12.1\nimage:\n  tag: §\nb: 4.12.1\n'],
    ['beside keys that stand twice', 'a: 1\na: 2\nimage:\n  tag: §\n'],
    ['beside a merge key', 'x: &x { a: 1 }\nimage:\n  <<: *x\n  tag: §\n'],
    ['beside odd tags', 'secret: !vault |\n  abc\nimage:\n  tag: §\n'],
    [
      'in the second document',
      'a: 1\n---\n# two\nimage:\n  tag: §\n---\nb: 2\n',
    ],
    ['followed by nothing', '---\n---\nimage:\n  tag: §\n---\n'],
    ['through an alias', 'v: &v § # all\nimage:\n  tag: *v\n'],
    ['through the alias of a map', 'x: &image\n  tag: "§"\nimage: *image\n'],
  ])('%s', (_, file) => {
    expect(changes(tag, file)).toEqual(onlyTheVersion(file));
  });

  it.each([
    ['image', 'image: §\n'],
    [
      'spec.values.image.tag',
      'kind: HelmRelease\nspec:\n  values:\n    image: { tag: § }\n',
    ],
    [
      'containers[1].image.tag',
      'containers:\n  - image: { tag: 1.0.0 }\n  - image:\n      tag: §\n',
    ],
    ['[0].tag', '- tag: §\n- tag: 1.0.0\n'],
    ['a["image.of"].tag', 'a:\n  image.of: { tag: § }\n'],
    ['["a b"][0]', 'a b:\n- §\n'],
    ['quotes-api.image.tag', 'quotes-api:\n  image:\n    tag: §\n'],
    ['1.2', '1:\n  2: §\n'],
    ['list[1].tag', 'x: &x\n  tag: §\nlist:\n  - {}\n  - *x\n'],
  ])('at %s', (path, file) => {
    expect(changes(at(path), file)).toEqual(onlyTheVersion(file));
  });

  it.each([
    ['4.12.1', '1.10', '"1.10"'],
    ['4.12.1', '12', '"12"'],
    ['4.12.1', '2026.11', '"2026.11"'],
    ['4.12.1', '2026-11-27', '"2026-11-27"'],
    ['4.12.1', '0x1F', '"0x1F"'],
    ['4.12.1', '0o17', '"0o17"'],
    ['4.12.1', '0123', '"0123"'],
    ['4.12.1', '12e4567', '"12e4567"'],
    ['4.12.1', '1e3', '"1e3"'],
    ['4.12.1', '1_000', '"1_000"'],
    ['4.12.1', '0b11', '"0b11"'],
    ['4.12.1', 'null', '"null"'],
    ['4.12.1', 'true', '"true"'],
    ['4.12.1', 'No', '"No"'],
    ['4.12.1', 'on', '"on"'],
    ['4.12.1', 'y', '"y"'],
    ['4.12.1', 'sha-3f2a91c', 'sha-3f2a91c'],
    ['4.12.1', 'v1.10', 'v1.10'],
    ['4.12.1', '1.10.0', '1.10.0'],
    ['4.12.1', '_x', '_x'],
    ["'4.12.1'", '1.10', "'1.10'"],
    ['"4.12.1"', 'true', '"true"'],
    ['"1.10"', '1.9.0', '"1.9.0"'],
    ['12', '11', '"11"'],
    ['"4.12\\x2e1"', '4.11.7', '"4.11.7"'],
    ['!!str 4.12.1', '1.10', '!!str "1.10"'],
    ['&v 4.12.1', '1.10', '&v "1.10"'],
  ])('%s becomes %s as %s', (before, version, after) => {
    expect(tag.write(`image:\n  tag: ${before} # x\n`, version)).toBe(
      `image:\n  tag: ${after} # x\n`,
    );
    expect(tag.read(`image:\n  tag: ${after}\n`)).toBe(version);
  });

  it.each([
    ['"1.10"', '1.10'],
    // Helm deploys the number 1.1.
    ['1.10', '1.1'],
    ['1.0', '1'],
    ['2026.11', '2026.11'],
    ['1045', '1045'],
    ['12e4567', '12e4567'],
    ['true', 'true'],
    ['!!str 1.10', '1.10'],
  ])('that is written as %s is %s', (written, version) => {
    expect(tag.read(`image:\n  tag: ${written}\n`)).toBe(version);
  });

  it.each([
    ['', 'the file is empty'],
    ['# nothing but a comment\n', 'the file is empty'],
    ['\uFEFF', 'the file is empty'],
    ['image:\n  tag: "x\n', 'the file is not valid YAML at line 3, column 1'],
    ['image:\n\ttag: x\n', 'the file is not valid YAML at line 2, column 1'],
    ['a: [1\nb: ]]', 'the file is not valid YAML at line 2'],
    ['<<<<<<< HEAD\nimage:\n  tag: 1\n=======\n', 'the file is not valid YAML'],
    [
      '{{- if .x }}\nimage: {}\n{{- end }}\n',
      'the file is a template, and no YAML at line',
    ],
    ['just words\n', 'image.tag is missing: the file has no image'],
    ['- image: { tag: 1 }\n', 'image.tag is missing: the file has no image'],
    ['a: 1\n', 'image.tag is missing: the file has no image'],
    ['image:\n', 'image.tag is missing: image has no tag'],
    ['image: 4.12.1\n', 'image.tag is missing: image has no tag'],
    [
      'image: { name: x }\n---\nb: 1\n',
      'image.tag is missing: image has no tag',
    ],
    ['image: { tag }\n', 'image.tag is missing: image has no tag'],
    ['image:\n  tag:\n', 'image.tag is empty; it must name a version'],
    ['image:\n  tag: ""\n', 'image.tag is empty'],
    ['image:\n  tag: ~\n', 'image.tag is empty'],
    ['image:\n  tag: [1]\n', 'image.tag must be a text, and is a list'],
    ['image:\n  tag: { a: b }\n', 'image.tag must be a text, and is a map'],
    [
      'image:\n  tag: {{ .Values.tag }}\n',
      'image.tag is a template ({{ }}); it must be the version itself',
    ],
    ['image:\n  tag: "{{ .Values.tag }}"\n', 'image.tag is a template'],
    [
      'image:\n  tag: ${TAG}\n',
      'image.tag must be the tag of an image, like 4.11.7',
    ],
    ['image:\n  tag: 4.12.1 beta\n', 'image.tag must be the tag of an image'],
    ['image:\n  tag: |\n    4.12.1\n', 'image.tag must be the tag of an image'],
    ['image:\n  tag: sha256:0123\n', 'image.tag must be the tag of an image'],
    [
      'image:\n  tag: "4.12.1@sha256:0123"\n',
      'image.tag is pinned by a digest',
    ],
    [
      'image:\n  tag: 0x1F\n',
      'image.tag is no text for YAML, but a number or a word of its own; it must stand in quotes',
    ],
    ['image:\n  tag: 0123\n', 'it must stand in quotes'],
    ['image:\n  tag: 1e3\n', 'it must stand in quotes'],
    ['image:\n  tag: .inf\n', 'it must stand in quotes'],
    [
      'image:\n  tag: !!float 1.5\n',
      'image.tag has a tag of its own (tag:yaml.org,2002:float)',
    ],
    [
      'image:\n  tag: !version 1.5.0\n',
      'image.tag has a tag of its own (!version)',
    ],
    ['image:\n  tag: 1.0.0\n  tag: 2.0.0\n', 'image.tag stands there twice'],
    [
      'image: { tag: 1.0.0 }\nimage: { tag: 1.0.0 }\n',
      'image stands there twice',
    ],
    [
      'image: { tag: 1.0.0 }\n---\nimage: { tag: 1.0.0 }\n',
      'image.tag stands in several documents of the file',
    ],
    [
      'x: &x { tag: 1.0.0 }\nimage:\n  <<: *x\n',
      'image.tag can only come from a merge key (<<); it must be written there itself',
    ],
    [
      'v: &v 1.0.0\nimage: { tag: *v }\nb: *v\n',
      'image.tag follows the anchor &v, as 1 other place of the file; it must be written there itself',
    ],
    [
      'v: &v 1.0.0\nimage: { tag: *v }\nb: [*v, *v]\n',
      'as 2 other places of the file',
    ],
    ['x: &x { tag: 1.0.0 }\nimage: *x\nb: *x\n', 'image follows the anchor &x'],
  ])('%j is refused: %s', (file, sentence) => {
    expect(() => tag.read(file)).toThrow(sentence);
    expect(() => tag.write(file, '4.11.7')).toThrow(SpotError);
  });

  it('is not changed where it goes over several lines', () => {
    const file = 'image:\n  tag: "4.12\\\n    .1"\n';
    expect(tag.read(file)).toBe('4.12.1');
    expect(() => tag.write(file, '4.11.7')).toThrow(
      'image.tag is written over several lines; it must stand in one',
    );
  });

  it.each(['', 'a b', '1.0\n2', '"', '{{ x }}', '1.0:2', '1@sha256:0'])(
    'never becomes %j, which is no tag',
    version => {
      expect(() => tag.write('image:\n  tag: 1.0.0\n', version)).toThrow(
        SpotError,
      );
    },
  );

  it('is refused without a word of what stands in a broken file', () => {
    const file = 'password: "hunter2-and-more\nimage: [';
    expect(() => tag.read(file)).toThrow(/^(?!.*hunter2)/s);
    const asTag = 'image:\n  tag: hunter2 and more\n';
    expect(() => tag.read(asTag)).toThrow(/^(?!.*hunter2)/s);
  });
});
