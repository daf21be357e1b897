import { inLots } from './inLots';

describe('lots', () => {
  const lotsOf = (items: number[]) => inLots(items, 5, weight => weight);

  it('hold as much as they may, in the order of the list', () => {
    expect(lotsOf([1, 2, 2, 1, 4, 5])).toEqual([[1, 2, 2], [1, 4], [5]]);
  });

  it('hold what weighs too much alone', () => {
    expect(lotsOf([1, 9, 1])).toEqual([[1], [9], [1]]);
    expect(lotsOf([9])).toEqual([[9]]);
  });

  it('are none of nothing', () => {
    expect(lotsOf([])).toEqual([]);
  });
});
