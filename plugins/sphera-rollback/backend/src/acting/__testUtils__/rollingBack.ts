import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered, PRODUCTION } from '../../__testUtils__/asking';
import type { Portal } from '../../__testUtils__/startRollback';

/** What Dana asks for, unless a test says something else. */
export const ASKED = {
  service: 'quotes',
  environment: PRODUCTION,
  version: '4.11.7',
  reason: 'quotes are empty since 12:00',
};

/** Has Dana begin a rollback; its id. */
export async function begin(
  portal: Pick<Portal, 'dana'>,
  more: object = {},
): Promise<string> {
  const { id } = await answered(portal, 'start-rollback', {
    ...ASKED,
    ...more,
  });
  return id;
}

/** A rollback once it is over. */
export const ended = (portal: Pick<Portal, 'dana'>, id: string): Promise<any> =>
  eventually(async () => {
    const rollback = await answered(portal, 'get-rollback', { id });
    expect(rollback).toMatchObject({
      state: expect.not.stringMatching('running'),
    });
    return rollback;
  }, 90_000);

/** Ids of the locks that hold on a service in production. */
export async function locksOn(
  portal: Pick<Portal, 'dana'>,
  service = 'quotes',
): Promise<string[]> {
  const { items } = await answered(portal, 'list-locks', {
    service,
    environment: PRODUCTION,
  });
  return items.map(({ id }: { id: string }) => id);
}

/** What became of each step, by its name. */
export const stepsOf = (rollback: {
  steps: Array<{ name: string; state: string }>;
}) =>
  Object.fromEntries(rollback.steps.map(({ name, state }) => [name, state]));
