import { deedInWords, operationTitle } from './deed';
import { outcomeLook } from './outcomes';

const deed = (
  operation: string,
  outcome: 'succeeded' | 'failed' | 'initiated' = 'succeeded',
  details = {},
) => deedInWords({ operation, outcome, details });

describe('the words of the audit log', () => {
  it.each([
    ['sphera-locks:lock', 'locked'],
    ['sphera-locks:freeze-merges', 'froze merges'],
    ['sphera-locks:delete-window', 'deleted window'],
    ['sphera-audit:export-events', 'exported events'],
    ['sphera-secrets:copy-secret', 'copied secret'],
    ['sphera-rollback:stop-rollback', 'stopped rollback'],
  ])('tell %s as "%s"', (operation, words) => {
    expect(deed(operation)).toBe(words);
  });

  it('name what of a service it was done to', () => {
    const told = (input: object) =>
      deed('sphera-secrets:copy-secret', 'succeeded', { input });
    expect(told({ name: 'queue-password' })).toBe(
      'copied secret “queue-password”',
    );
    expect(told({ names: ['a', 'b', 'c'] })).toBe(
      'copied secret “a” and 2 more',
    );
  });

  it('do not say done what was not', () => {
    expect(deed('sphera-locks:lock', 'failed')).toBe('tried to lock');
    expect(deed('sphera-locks:lock', 'initiated')).toBe('began to lock');
  });

  it.each([
    ['catalog:entity-mutate', { queryType: 'refresh' }, 'refreshed an entity'],
    ['catalog:location-mutate', { actionType: 'delete' }, 'deleted a location'],
    ['scaffolder:task', { actionType: 'execution' }, 'ran a task'],
    [
      'mcp-actions:tool-execution',
      { toolName: 'sphera-locks.lock' },
      'used the tool sphera-locks.lock',
    ],
    ['x:y', { actionType: 'stale-cancel' }, 'did “y” in x'],
  ])('tell what stock plugins did: %s %j', (operation, details, words) => {
    expect(deed(operation, 'succeeded', details)).toBe(words);
  });

  it('name operations as choices', () => {
    expect(operationTitle('sphera-locks:freeze-merges')).toBe('Freeze merges');
    expect(operationTitle('catalog:entity-mutate')).toBe(
      'Entity mutate (catalog)',
    );
  });

  it('say that an outcome is missing once it is overdue', () => {
    const begun = {
      outcome: 'initiated' as const,
      occurredAt: '2026-11-24T12:00:00.000Z',
    };
    const at = (time: string) => outcomeLook(begun, new Date(time)).word;
    expect(at('2026-11-24T12:00:30Z')).toBe('No outcome yet');
    expect(at('2026-11-24T12:01:30Z')).toBe('No outcome recorded');
  });
});
