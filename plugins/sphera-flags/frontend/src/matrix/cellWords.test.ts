import { group, OFF } from '../__testUtils__/answers';
import { NOT_THERE, type Value } from '../parts/FlagValue';
import { cellInWords } from './cellWords';

const EU = 'production-eu';
const changed = (reported: Value) =>
  cellInWords(
    'new-checkout',
    EU,
    group({ state: 'changed', reported, clusters: [EU] }),
  );

describe('a cell that was changed there, in words', () => {
  it('says what the cluster has', () => {
    expect(changed(OFF)).toBe(
      'new-checkout in production-eu: on, changed there, has off',
    );
  });

  it('says that the flag is gone there', () => {
    expect(changed(NOT_THERE)).toBe(
      'new-checkout in production-eu: on, changed there, is not there',
    );
  });
});
