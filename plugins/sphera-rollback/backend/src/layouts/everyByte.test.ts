import { seededRandom } from '@sphera/dev-fleet';
import { SpotError } from '../errors';
import { changes, onlyTheVersion } from './__testUtils__/changes';
import { damage } from './__testUtils__/damage';
import { randomYaml } from './__testUtils__/randomYaml';
import { openSpot } from './openSpot';

const SEED = 20_261_127;
const at = (path: string) => openSpot({ kind: 'helm', path }, 'quotes');

describe('of any file', () => {
  const random = seededRandom(SEED);
  const files = Array.from({ length: 150 }, () => randomYaml(random));

  it('every byte stays but those of the version', () => {
    const wrong = files.filter(({ path, text, isQuoted }) => {
      const [from, to] = isQuoted ? ['1.10', 'true'] : ['4.12.1', 'v2'];
      const got = changes(at(path), text, [from, to]);
      const wanted = onlyTheVersion(text, [from, to]);
      return JSON.stringify(got) !== JSON.stringify(wanted);
    });
    expect(wrong).toEqual([]);
  });

  it('that is damaged, one line changes, or none and a sentence says why', () => {
    const outcomes = files
      .flatMap(file => [file, file])
      .map(({ path, text }) =>
        outcome(path, damage(text.replaceAll('§', '4.12.1'), random)),
      );
    const count = (wanted: string) =>
      outcomes.filter(one => one === wanted).length;
    expect([...new Set(outcomes)].sort()).toEqual(['one line', 'refused']);
    expect(count('refused')).toBeGreaterThan(30);
    expect(count('one line')).toBeGreaterThan(30);
  });
});

function outcome(path: string, before: string): string {
  let after: string;
  try {
    after = at(path).write(before, '4.11.7');
  } catch (error) {
    return error instanceof SpotError ? 'refused' : `thrown: ${error}`;
  }
  const lines = before.split('\n');
  const changed = after.split('\n').filter((line, nth) => line !== lines[nth]);
  const hasAllLines = after.split('\n').length === lines.length;
  return hasAllLines &&
    changed.length === 1 &&
    at(path).read(after) === '4.11.7'
    ? 'one line'
    : `more than one line of ${JSON.stringify(before)}`;
}
