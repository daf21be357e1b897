import { newClusterId } from './newClusterId';

describe('the id of a Kafka', () => {
  it('is none that its tools take for an option', () => {
    const ids = Array.from({ length: 1_000 }, newClusterId);
    expect(ids.filter(id => !/^[A-Za-z0-9][\w-]{21}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
