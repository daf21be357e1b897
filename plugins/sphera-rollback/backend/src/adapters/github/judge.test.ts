import type { Check } from './Check';
import { judge } from './judge';

const check = (name: string, state: Check['state']): Check => ({ name, state });
const passed = check('validate', 'passed');
const failed = check('lint', 'failed');
const waiting = check('audit', 'waiting');

describe('a pull request', () => {
  it.each<[string, Check[], string[], string, string]>([
    ['clean', [passed], [], 'passed', 'Its checks passed'],
    ['clean', [], [], 'passed', 'Its checks passed'],
    ['has_hooks', [passed], [], 'passed', 'Its checks passed'],
    [
      'unstable',
      [passed, failed],
      [],
      'passed',
      'The check lint failed, without which it can be merged',
    ],
    [
      'unstable',
      [failed, waiting],
      [],
      'waiting',
      'It waits for the check audit',
    ],
    ['blocked', [failed, waiting], [], 'failed', 'The check lint failed'],
    [
      'blocked',
      [passed],
      ['validate', 'audit', 'scan'],
      'waiting',
      'It waits for the checks audit and scan',
    ],
    [
      'blocked',
      [passed],
      ['validate'],
      'blocked',
      'Its checks passed, but the rules of main ask for more, such as a review',
    ],
    [
      'draft',
      [passed],
      [],
      'blocked',
      'It is a draft: mark it as ready for review on GitHub',
    ],
    [
      'unknown',
      [passed],
      [],
      'waiting',
      'GitHub is still working out whether it can be merged',
    ],
    ['unknown', [waiting], [], 'waiting', 'It waits for the check audit'],
    [
      'dirty',
      [passed],
      [],
      'failed',
      'It conflicts with main, where the same lines were changed meanwhile',
    ],
  ])('that is %s with %j, %j required, has its checks %s', (...row) => {
    const [mergeableState, checks, required, verdict, sentence] = row;
    expect(judge({ into: 'main', mergeableState, checks, required })).toEqual({
      checks: verdict,
      sentence,
    });
  });
});
