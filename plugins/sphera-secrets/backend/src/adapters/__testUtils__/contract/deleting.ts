// Part of a suite that several test files run, each on an AWS of its own.
/* eslint-disable jest/no-export */
import { randomUUID } from 'node:crypto';
import { eventually } from './eventually';
import { text, type Trial } from './Trial';

const DAY = 86_400_000;

/** How secrets go, and come back. */
export function describeDeleting(trial: () => Trial): void {
  describe('deleting', () => {
    it('says until when it can be taken back', async () => {
      const { client, secret } = trial();
      const { fullName } = await secret();
      const until = await client.delete(fullName, { recoveryDays: 9 });
      expect(Math.abs(until! - Date.now() - 9 * DAY)).toBeLessThan(DAY / 24);
      expect((await client.describe(fullName))!.deletedAt).toEqual(
        expect.any(Number),
      );
    });

    it('can be taken back, with all that was there', async () => {
      const { client, secret } = trial();
      const { fullName, value } = await secret({ tags: { service: 'back' } });
      await client.delete(fullName, { recoveryDays: 7 });
      await client.restore(fullName);
      const found = await client.describe(fullName);
      expect(found).toMatchObject({ tags: { service: 'back' } });
      expect(found!.deletedAt).toBeUndefined();
      expect(await client.value(fullName)).toMatchObject(value);
    });

    it('keeps the value from everybody meanwhile', async () => {
      const { client, place, secret } = trial();
      const { fullName } = await secret();
      await client.delete(fullName, { recoveryDays: 7 });
      await expect(client.value(fullName)).rejects.toMatchObject({
        problem: 'pending-deletion',
        message: `The secret ${fullName} in ${place} is deleted and waits for its end: restore it first`,
      });
    });

    it('keeps the name meanwhile', async () => {
      const { unless } = trial();
      await unless('deleted-is-writable', async () => {
        const { client, secret } = trial();
        const { fullName } = await secret();
        await client.delete(fullName, { recoveryDays: 7 });
        await expect(
          client.create({ fullName, tags: {} }, text(), randomUUID()),
        ).rejects.toMatchObject({ problem: 'pending-deletion' });
        await expect(
          client.stage(fullName, text(), randomUUID()),
        ).rejects.toMatchObject({ problem: 'pending-deletion' });
      });
    });

    it('can be for good, and the name is free again', async () => {
      const { client, secret } = trial();
      const { fullName } = await secret();
      expect(await client.delete(fullName, 'atOnce')).toBeUndefined();
      // AWS carries it out a little later.
      await eventually(async () => secret({ fullName }));
      expect(await client.describe(fullName)).toMatchObject({ fullName });
    }, 330_000);

    it('cannot be asked of a secret that is not there', async () => {
      const { client, name } = trial();
      await expect(
        client.delete(name('ghost'), { recoveryDays: 7 }),
      ).rejects.toMatchObject({ problem: 'not-found' });
    });

    it('takes 7 to 30 days', async () => {
      const { client, secret } = trial();
      const { fullName } = await secret();
      await expect(
        client.delete(fullName, { recoveryDays: 3 }),
      ).rejects.toMatchObject({
        problem: 'refused',
        message: expect.stringContaining('it takes 7 to 30 days'),
      });
    });
  });
}
