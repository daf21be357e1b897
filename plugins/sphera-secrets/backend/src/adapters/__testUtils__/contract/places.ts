// Part of a suite that several test files run, each on an AWS of its own.
/* eslint-disable jest/no-export */
import { randomUUID } from 'node:crypto';
import { text, type Trial } from './Trial';

const accountOf = (arn: string) => arn.split(':')[4];

/** How places keep apart. */
export function describePlaces(
  trial: () => Trial,
  regions: readonly string[],
): void {
  describe('places', () => {
    it('are regions that know nothing of each other', async () => {
      const { client, of, region, secret } = trial();
      const { fullName } = await secret();
      for (const other of regions.filter(each => each !== region)) {
        expect(await of('first', other).describe(fullName)).toBeUndefined();
      }
      expect(await client.describe(fullName)).toMatchObject({
        arn: expect.stringContaining(`:secretsmanager:${region}:`),
      });
    });

    it('are accounts that know nothing of each other', async () => {
      const { environments, name, of, secret } = trial();
      // An AWS that is given has one account.
      if (environments.length < 2) return;
      const fullName = name();
      const { arn, value } = await secret({ fullName });
      const other = text();
      const second = of('second');
      expect(await second.describe(fullName)).toBeUndefined();
      const made = await second.create(
        { fullName, tags: {} },
        other,
        randomUUID(),
      );
      expect(accountOf(made.arn)).not.toBe(accountOf(arn));
      expect(await second.value(fullName)).toMatchObject(other);
      expect(await of('first').value(fullName)).toMatchObject(value);
    });

    it('that keep no secrets are told', () => {
      const { clients } = trial();
      const nowhere = { environment: 'moon', region: 'base-1' };
      expect(() => clients.of(nowhere)).toThrow(
        /^moon\/base-1 keeps no secrets: /,
      );
    });

    it('count their calls', async () => {
      const { client, clients, name, region } = trial();
      const place = { environment: 'first', region };
      const count = () =>
        clients.calls(place).find(({ api }) => api === 'DescribeSecret')!;
      const before = count().lastMinute;
      await client.describe(name('ghost'));
      expect(count()).toEqual({
        api: 'DescribeSecret',
        lastMinute: before + 1,
        perSecond: 100,
      });
    });
  });
}
