import type { Random } from '@sphera/dev-fleet';

/** A file with § in place of a version, and the path to it. */
export interface RandomFile {
  text: string;
  path: string;
  /** Whether § stands in quotes. */
  isQuoted: boolean;
}

const COMMENTS = [
  '# keep: this',
  '#',
  '#   image:',
  '# "odd\' quotes',
  '# ünï 🚚',
];
const VALUES = [
  '4.12.1',
  '"4.12.1"',
  "'it''s'",
  'yes',
  '~',
  '',
  '0x1F',
  '1.10',
  '!!str 5',
  '[a, "b", { c: d }]',
  '{ tag: 4.12.1, "x": [1, 2] }',
  '"a # b: c"',
  'a#b',
  'https://example.com:8080/x?y=z',
];

/** A values file as nobody would write it, with the version somewhere in it. */
export function randomYaml(random: Random): RandomFile {
  const pick = <T>(items: readonly T[]) =>
    items[Math.floor(random() * items.length)];
  const chance = (of: number) => random() < of;
  const newline = pick(['\n', '\r\n']);
  const unit = ' '.repeat(pick([1, 2, 4]));
  const style = pick(['', '"', "'"]);
  const depth = 1 + Math.floor(random() * 4);
  const keys = Array.from({ length: depth }, () =>
    pick(['image', 'tag', 'spec', 'values', 'a-b', 'übung', 'x_1']),
  );
  const lines: string[] = [];
  const tail = () =>
    chance(0.3) ? `${pick(['  ', '\t'])}${pick(COMMENTS)}` : '';
  let names = 0;
  const noiseLines = (indent: string): string[] => {
    names += 1;
    const key = `${pick(['k', '"q', 'é'])}${names}`;
    const name = key.startsWith('"') ? `${key}"` : key;
    return pick<() => string[]>([
      () => [''],
      () => [`${indent}${pick(COMMENTS)}`],
      () => [`${indent}${name}: ${pick(VALUES)}${tail()}`],
      () => [
        `${indent}${name}: &a${names} 4.12.1`,
        `${indent}copy${names}: *a${names}`,
      ],
      () => [
        `${indent}${name}:`,
        `${indent}- 4.12.1`,
        `${indent}- tag: 4.12.1`,
      ],
      () => [
        `${indent}${name}: |`,
        `${indent}${unit}image:`,
        `${indent}${unit}  tag: 4.12.1`,
      ],
      () => [
        `${indent}${name}: >+`,
        `${indent}${unit}a`,
        '',
        `${indent}${unit}b`,
        '',
      ],
      () => [
        `${indent}${name}: {`,
        `${indent}${unit}a: [1,`,
        `${indent}${unit}2], b: "c" }`,
      ],
    ])();
  };
  const noise = (indent: string) => {
    while (chance(0.5)) lines.push(...noiseLines(indent));
  };
  const value = `${pick(['', '&v ', '!!str '])}${style}§${style}`;
  keys.forEach((key, nth) => {
    const indent = unit.repeat(nth);
    noise(indent);
    const written = chance(0.2) ? `"${key}"` : key;
    const isLast = nth === depth - 1;
    lines.push(
      isLast
        ? `${indent}${written}: ${pick(['', '  '])}${value}${tail()}`
        : `${indent}${written}:${tail()}`,
    );
  });
  for (let nth = depth - 1; nth >= 0; nth--) noise(unit.repeat(nth));
  const start = `${chance(0.1) ? '\uFEFF' : ''}${
    chance(0.2) ? `---${newline}` : ''
  }`;
  const end = chance(0.8) ? newline : '';
  return {
    text: `${start}${lines.join(newline)}${end}`,
    path: keys.join('.'),
    isQuoted: style !== '',
  };
}
