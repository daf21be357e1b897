// Part of a suite that several test files run, each on an AWS of its own.
/* eslint-disable jest/no-export */
import { randomUUID } from 'node:crypto';
import { text, type Trial } from './Trial';

/** How secrets come to be. */
export function describeCreating(trial: () => Trial): void {
  describe('creating', () => {
    it('keeps value, description and tags', async () => {
      const { client, secret } = trial();
      const before = Date.now() - 60_000;
      const { fullName, arn, value, token } = await secret({
        description: 'where orders go',
        tags: { service: 'orders', 'sphera:rotate-by': '2027-01-01' },
      });
      const found = await client.describe(fullName);
      expect(found).toMatchObject({
        fullName,
        arn,
        description: 'where orders go',
        tags: { service: 'orders', 'sphera:rotate-by': '2027-01-01' },
        versionId: token,
        stages: { [token]: ['AWSCURRENT'] },
      });
      expect(found!.createdAt).toBeGreaterThan(before);
      expect(found!.deletedAt).toBeUndefined();
      expect(found!.previousVersionId).toBeUndefined();
      expect(await client.value(fullName)).toEqual({
        ...value,
        versionId: token,
      });
    });

    it('keeps bytes as they are', async () => {
      const { client, secret } = trial();
      const content = Buffer.from([0, 255, 128, 10, 13]).toString('base64');
      const value = { encoding: 'binary' as const, content };
      const { fullName } = await secret({ value });
      expect(await client.value(fullName)).toMatchObject(value);
    });

    it('keeps text as it is, whatever is in it', async () => {
      const { client, secret } = trial();
      const value = text(
        'a "quoted" line\r\n\ttäb, 密钥, \u{1f511} and \\u0000',
      );
      const { fullName } = await secret({ value });
      expect(await client.value(fullName)).toMatchObject(value);
    });

    it('takes every character that AWS allows in a name', async () => {
      const { client, name, secret } = trial();
      const fullName = name('A-z0/9_+=.@');
      await secret({ fullName });
      expect(await client.describe(fullName)).toMatchObject({ fullName });
    });

    it('is one creation where the same is asked twice', async () => {
      const { client, name, secret } = trial();
      const shape = { fullName: name(), tags: {} };
      const value = text();
      const token = randomUUID();
      const first = await client.create(shape, value, token);
      expect(await client.create(shape, value, token)).toEqual(first);
      expect(first.versionId).toBe(token);
      expect(await client.versions(shape.fullName)).toHaveLength(1);
      await secret();
    });

    it('tells where a secret of that name exists', async () => {
      const { client, place, secret } = trial();
      const { fullName, value } = await secret();
      const other = text();
      await expect(
        client.create({ fullName, tags: {} }, other, randomUUID()),
      ).rejects.toMatchObject({
        name: 'PlaceError',
        problem: 'exists',
        message: `The secret ${fullName} in ${place} exists already`,
      });
      expect(await client.value(fullName)).toMatchObject(value);
    });

    it('takes 65,536 bytes', async () => {
      const { client, secret } = trial();
      const value = text('x'.repeat(65_536));
      const { fullName } = await secret({ value });
      expect((await client.value(fullName)).content).toHaveLength(65_536);
    });

    it('refuses a byte more, without a word of it', async () => {
      const { unless } = trial();
      await unless('no-limits', async () => {
        const { client, name } = trial();
        const value = text(`canary-${'x'.repeat(65_530)}`);
        const error = await client
          .create({ fullName: name(), tags: {} }, value, randomUUID())
          .catch(thrown => thrown);
        expect(error).toMatchObject({
          problem: 'refused',
          message: expect.stringContaining('1 to 65,536 bytes long'),
        });
        expect(error.message).not.toContain('canary');
      });
    });

    it('refuses a name that AWS does not take', async () => {
      const { unless } = trial();
      await unless('no-limits', async () => {
        const { client, name } = trial();
        await expect(
          client.create(
            { fullName: name('with space'), tags: {} },
            text(),
            randomUUID(),
          ),
        ).rejects.toMatchObject({
          problem: 'refused',
          message: expect.stringContaining(
            '1 to 512 letters, digits and /_+=.@-',
          ),
        });
      });
    });

    it('changes description and tags afterwards', async () => {
      const { client, secret } = trial();
      const { fullName } = await secret({
        description: 'before',
        tags: { old: 'yes', service: 'orders' },
      });
      await client.describeAs(fullName, { description: 'after' });
      await client.describeAs(fullName, {});
      await client.tag(fullName, { service: 'payments', more: '' }, ['old']);
      expect(await client.describe(fullName)).toMatchObject({
        description: 'after',
        tags: { service: 'payments', more: '' },
      });
      expect((await client.describe(fullName))!.tags).not.toHaveProperty('old');
    });

    it('knows nothing of a secret that is not there', async () => {
      const { client, name, place } = trial();
      const fullName = name('ghost');
      expect(await client.describe(fullName)).toBeUndefined();
      await expect(client.value(fullName)).rejects.toMatchObject({
        problem: 'not-found',
        message: `There is no secret ${fullName} in ${place} (any more)`,
      });
      await expect(
        client.stage(fullName, text(), randomUUID()),
      ).rejects.toMatchObject({ problem: 'not-found' });
    });
  });
}
