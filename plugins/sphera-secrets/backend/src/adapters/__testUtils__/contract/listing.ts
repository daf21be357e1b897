// Part of a suite that several test files run, each on an AWS of its own.
/* eslint-disable jest/no-export */
import { eventually } from './eventually';
import type { Trial } from './Trial';

/** How many secrets it takes for a second page. */
const MORE_THAN_A_PAGE = 101;

/** How all secrets are looked through. */
export function describeListing(trial: () => Trial): void {
  describe('listing', () => {
    async function pagesOf(tag?: { key: string; value: string }) {
      const pages = [];
      for await (const page of trial().client.list({ tag })) pages.push(page);
      return pages;
    }
    const listed = async (tag?: { key: string; value: string }) =>
      (await pagesOf(tag)).flat();

    it('says of each what it says of one', async () => {
      const { client, secret } = trial();
      const { fullName } = await secret({
        description: 'listed',
        tags: { service: 'lists' },
      });
      const found = await client.describe(fullName);
      await eventually(async () => {
        const all = await listed();
        const same = all.find(each => each.fullName === fullName);
        expect({ ...same, readAt: undefined }).toEqual({
          ...found,
          readAt: undefined,
        });
      });
    }, 330_000);

    it('goes through all pages', async () => {
      const { run, secret } = trial();
      const tags = { 'sphera-test-pages': run };
      const made: string[] = [];
      for (let count = 0; count < MORE_THAN_A_PAGE; count++) {
        made.push((await secret({ tags })).fullName);
      }
      await eventually(async () => {
        const pages = await pagesOf({ key: 'sphera-test-pages', value: run });
        expect(pages.length).toBeGreaterThan(1);
        expect(Math.max(...pages.map(page => page.length))).toBe(100);
        const names = pages.flat().map(({ fullName }) => fullName);
        expect(names.sort()).toEqual(made.sort());
      });
    }, 400_000);

    it('finds exactly those with a tag', async () => {
      const { run, secret } = trial();
      const tagged = async (tags: Record<string, string>) =>
        (await secret({ tags })).fullName;
      const wanted = await tagged({ service: run, other: 'x' });
      const longer = await tagged({ service: `${run}-worker` });
      const crossed = await tagged({ service: 'else', other: run });
      await eventually(async () => {
        const names = (await listed()).map(({ fullName }) => fullName);
        expect(names).toEqual(
          expect.arrayContaining([wanted, longer, crossed]),
        );
      });
      const found = await listed({ key: 'service', value: run });
      expect(found.map(({ fullName }) => fullName)).toEqual([wanted]);
    }, 330_000);

    it('shows those that are deleted', async () => {
      const { client, secret } = trial();
      const { fullName } = await secret();
      await client.delete(fullName, { recoveryDays: 7 });
      await eventually(async () => {
        const same = (await listed()).find(each => each.fullName === fullName);
        expect(same?.deletedAt).toEqual(expect.any(Number));
      });
    }, 330_000);

    it('ends where nobody waits for it any more', async () => {
      const { client } = trial();
      const signal = AbortSignal.abort(new Error('enough'));
      const pages = client.list({ signal })[Symbol.asyncIterator]();
      await expect(pages.next()).rejects.toThrow('enough');
    });
  });

  describe('batches of values', () => {
    it('have twenty at once', async () => {
      const { client, secret } = trial();
      const made = [];
      for (let count = 0; count < 20; count++) made.push(await secret());
      const { values, problems } = await client.values(
        made.map(({ arn }) => arn),
      );
      expect(problems.size).toBe(0);
      for (const { arn, value, token } of made) {
        expect(values.get(arn)).toEqual({ ...value, versionId: token });
      }
    });

    it('say of each that they do not have why', async () => {
      const { client, place, secret } = trial();
      const good = await secret();
      const deleted = await secret();
      const gone = await secret();
      await client.delete(deleted.fullName, { recoveryDays: 7 });
      await client.delete(gone.fullName, 'atOnce');
      await eventually(async () => {
        const { values, problems } = await client.values(
          [good, deleted, gone].map(({ arn }) => arn),
        );
        expect([...values.keys()]).toEqual([good.arn]);
        expect(Object.fromEntries(problems)).toEqual({
          [deleted.arn]: `The secret ${deleted.fullName} in ${place} is deleted and waits for its end: restore it first`,
          [gone.arn]: `There is no secret ${gone.fullName} in ${place} (any more)`,
        });
      });
    }, 330_000);

    it('of nothing are nothing', async () => {
      const { client } = trial();
      expect(await client.values([])).toEqual({
        values: new Map(),
        problems: new Map(),
      });
    });

    it('have the version that is current', async () => {
      const { unless } = trial();
      await unless('batch-ignores-labels', async () => {
        const { client, secret } = trial();
        const { fullName, arn, token } = await secret();
        const next = { encoding: 'text' as const, content: 'the next one' };
        const nextToken = '6f0c7a52-6a3e-4d1f-8c58-0d1f5f0a7b11';
        await client.stage(fullName, next, nextToken);
        await client.makeCurrent(fullName, nextToken, token);
        const { values } = await client.values([arn]);
        expect(values.get(arn)).toEqual({ ...next, versionId: nextToken });
      });
    });
  });
}
