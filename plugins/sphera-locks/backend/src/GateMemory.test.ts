import { mockServices } from '@backstage/backend-test-utils';
import type { Lock } from '@sphera/plugin-locks-common';
import { GateMemory } from './gate';

const locks = (...ids: string[]) => ids.map(id => ({ id } as Lock));

const memoryOf = (read: () => Promise<Lock[]>) =>
  new GateMemory({
    read,
    clock: () => new Date(0),
    logger: mockServices.logger.mock(),
  });

describe('the memory of the gate', () => {
  it('reads once for all who ask while it reads', async () => {
    const read = jest.fn(async () => locks('one'));
    const memory = memoryOf(read);
    await Promise.all([memory.recall(), memory.recall(), memory.recall()]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('does not keep what it began to read before it was told to forget', async () => {
    const answers: Array<(found: Lock[]) => void> = [];
    const read = () => new Promise<Lock[]>(resolve => answers.push(resolve));
    const memory = memoryOf(read);

    const before = memory.recall();
    memory.forget();
    const after = memory.recall();
    answers[1](locks('new'));
    answers[0](locks('old'));

    expect((await before).all).toEqual(locks('old'));
    expect((await after).all).toEqual(locks('new'));
    expect((await memory.recall()).all).toEqual(locks('new'));
  });

  it('reads again after a reading that failed', async () => {
    const read = jest
      .fn(async () => locks('one'))
      .mockRejectedValueOnce(new Error('no database'));
    const memory = memoryOf(read);
    await expect(memory.recall()).rejects.toThrow('cannot be told');
    expect((await memory.recall()).all).toEqual(locks('one'));
  });
});
