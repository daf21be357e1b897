import {
  createOperationsClient,
  defineOperation,
} from '@sphera/plugin-operations-common';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { z } from 'zod/v3';
import { answerCacheOf } from './answerCache';
import { operationsApiRef } from './operationsApi';
import { useUncachedCall } from './useUncachedCall';

const lamp = (effect: 'read' | 'write') =>
  defineOperation({
    plugin: 'sphera-lamps',
    name: `${effect}-lamp`,
    title: 'Lamp',
    description: 'A lamp.',
    effect,
    input: z.object({ code: z.string() }),
    output: z.object({ answer: z.string() }),
  });

function caller(status: number) {
  const body = status === 200 ? { answer: 'the answer' } : { error: {} };
  const client = createOperationsClient(
    async () => new Response(JSON.stringify(body), { status }),
  );
  const cache = answerCacheOf(client);
  cache.setQueryData(['sphera-lamps', 'list-lamps', {}], { items: [] });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider apis={[[operationsApiRef, client]]}>
      {children}
    </TestApiProvider>
  );
  const { result } = renderHook(useUncachedCall, { wrapper });
  const listed = cache.getQueryCache().find({
    queryKey: ['sphera-lamps', 'list-lamps', {}],
  })!;
  return { call: result.current, cache, listed };
}

describe('A call that is not cached', () => {
  it('leaves neither its input nor its answer in the cache', async () => {
    const { call, cache } = caller(200);
    const code = 'the code';
    await act(async () => {
      expect(await call(lamp('write'), { code })).toEqual({
        answer: 'the answer',
      });
      await call(lamp('read'), { code });
    });
    expect(cache.getMutationCache().getAll()).toEqual([]);
    expect(cache.getQueryCache().getAll()).toHaveLength(1);
  });

  it.each([
    ['write' as const, 200, true],
    ['write' as const, 502, true],
    ['read' as const, 200, false],
  ])(
    'that would %s and is answered %i lets pages ask anew: %s',
    async (effect, status, asksAnew) => {
      const { call, listed } = caller(status);
      await act(async () => {
        await call(lamp(effect), { code: '1' }).catch(() => {});
      });
      expect(listed.state.isInvalidated).toBe(asksAnew);
    },
  );
});
