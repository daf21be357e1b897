// Part of a suite that several test files run, each on an AWS of its own.
/* eslint-disable jest/no-export */
import { randomUUID } from 'node:crypto';
import { text, type Trial } from './Trial';

/** How a secret gets another value. */
export function describeVersions(trial: () => Trial): void {
  describe('versions', () => {
    /** A secret, with a version that is not current yet. */
    async function staged() {
      const { client, secret } = trial();
      const made = await secret();
      const next = { token: randomUUID(), value: text() };
      await client.stage(made.fullName, next.value, next.token);
      return { ...made, next };
    }

    it('can be staged, and nobody reads them yet', async () => {
      const { client } = trial();
      const { fullName, value, token, next } = await staged();
      expect(await client.value(fullName)).toMatchObject(value);
      expect(
        await client.value(fullName, { versionId: next.token }),
      ).toMatchObject(next.value);
      expect(await client.describe(fullName)).toMatchObject({
        versionId: token,
        stages: { [token]: ['AWSCURRENT'], [next.token]: ['sphera-staged'] },
      });
    });

    it('are one where the same is staged twice', async () => {
      const { client } = trial();
      const { fullName, next } = await staged();
      await client.stage(fullName, next.value, next.token);
      expect(await client.versions(fullName)).toHaveLength(2);
      await expect(
        client.stage(fullName, text(), next.token),
      ).rejects.toMatchObject({ problem: 'exists' });
    });

    it('become current, and the one before becomes the previous one', async () => {
      const { client } = trial();
      const { fullName, value, token, next } = await staged();
      await client.makeCurrent(fullName, next.token, token);
      expect(await client.describe(fullName)).toMatchObject({
        versionId: next.token,
        previousVersionId: token,
        stages: { [next.token]: ['AWSCURRENT'], [token]: ['AWSPREVIOUS'] },
      });
      expect(await client.value(fullName)).toEqual({
        ...next.value,
        versionId: next.token,
      });
      expect(await client.value(fullName, 'previous')).toEqual({
        ...value,
        versionId: token,
      });
    });

    it('become current once, however often that is asked', async () => {
      const { client } = trial();
      const { fullName, token, next } = await staged();
      await client.makeCurrent(fullName, next.token, token);
      await client.makeCurrent(fullName, next.token, token);
      expect(await client.describe(fullName)).toMatchObject({
        versionId: next.token,
        previousVersionId: token,
      });
    });

    it('do not become current where another one did meanwhile', async () => {
      const { client, place } = trial();
      const { fullName, token, next } = await staged();
      await client.makeCurrent(fullName, next.token, token);
      const late = { token: randomUUID(), value: text() };
      await client.stage(fullName, late.value, late.token);
      await expect(
        client.makeCurrent(fullName, late.token, token),
      ).rejects.toMatchObject({
        problem: 'changed',
        message: `The secret ${fullName} in ${place} was changed meanwhile: look at it again and repeat what you did`,
      });
      expect(await client.value(fullName)).toMatchObject(next.value);
    });

    it('become current one at a time, whoever asks at once', async () => {
      const { client } = trial();
      const { fullName, token } = await staged();
      const tokens = [randomUUID(), randomUUID(), randomUUID()];
      for (const each of tokens) await client.stage(fullName, text(), each);
      const outcomes = await Promise.allSettled(
        tokens.map(each => client.makeCurrent(fullName, each, token)),
      );
      expect(
        outcomes
          .map(outcome =>
            outcome.status === 'rejected' ? outcome.reason.problem : 'current',
          )
          .sort(),
      ).toEqual(['changed', 'changed', 'current']);
      const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
      expect(await client.describe(fullName)).toMatchObject({
        versionId: tokens[winner],
        previousVersionId: token,
      });
    });

    it('do not become current where one is and none was expected', async () => {
      const { client } = trial();
      const { fullName, value, next } = await staged();
      await expect(
        client.makeCurrent(fullName, next.token, undefined),
      ).rejects.toMatchObject({ problem: 'changed' });
      expect(await client.value(fullName)).toMatchObject(value);
    });

    it('go back', async () => {
      const { client } = trial();
      const { fullName, value, token, next } = await staged();
      await client.makeCurrent(fullName, next.token, token);
      await client.makeCurrent(fullName, token, next.token);
      expect(await client.value(fullName)).toMatchObject(value);
      expect(await client.describe(fullName)).toMatchObject({
        versionId: token,
        previousVersionId: next.token,
      });
    });

    it('can be given up again, as often as one likes', async () => {
      const { client } = trial();
      const { fullName, token, next } = await staged();
      await client.unstage(fullName, next.token);
      await client.unstage(fullName, next.token);
      const { stages } = (await client.describe(fullName))!;
      expect(stages[token]).toEqual(['AWSCURRENT']);
      expect(stages[next.token] ?? []).toEqual([]);
    });

    it('are listed, the newest first', async () => {
      const { client } = trial();
      const { fullName, token, next } = await staged();
      const versions = await client.versions(fullName);
      expect(
        versions
          .map(({ versionId, stages }) => [versionId, ...stages])
          .sort(([one], [other]) => (one < other ? -1 : 1)),
      ).toEqual(
        [
          [token, 'AWSCURRENT'],
          [next.token, 'sphera-staged'],
        ].sort(([one], [other]) => (one < other ? -1 : 1)),
      );
      const moments = versions.map(({ createdAt }) => createdAt!);
      expect(moments).toEqual([...moments].sort((one, other) => other - one));
    });

    it('that are not there cannot be read', async () => {
      const { client, place, secret } = trial();
      const { fullName } = await secret();
      const which = { versionId: randomUUID() };
      await expect(client.value(fullName, which)).rejects.toMatchObject({
        problem: 'not-found',
        message: `The secret ${fullName} in ${place} has no such version (any more)`,
      });
    });

    it('before the first there is none', async () => {
      const { unless } = trial();
      await unless('previous-is-no-secret', async () => {
        const { client, place, secret } = trial();
        const { fullName } = await secret();
        await expect(client.value(fullName, 'previous')).rejects.toMatchObject({
          problem: 'not-found',
          message: `The secret ${fullName} in ${place} has no such version (any more)`,
        });
      });
    });
  });
}
