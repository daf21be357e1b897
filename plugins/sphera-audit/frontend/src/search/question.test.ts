import { filterOf, isFiltered, readQuestion, writeQuestion } from './question';

describe('the question in the address', () => {
  it('comes back as it was written', () => {
    const question = {
      actor: 'user:default/dana',
      service: 'component:default/payments',
      operation: 'sphera-locks:lock',
      outcome: 'refused' as const,
      text: 'incident 4711',
      range: 'P7D',
      cursor: '400',
      action: 'abc',
    };
    expect(readQuestion(writeQuestion(question))).toEqual(question);
  });

  it('leaves the rest of the address alone', () => {
    const query = new URLSearchParams('other=1&actor=x');
    expect(writeQuestion({ text: 'y' }, query).toString()).toBe(
      'other=1&text=y',
    );
  });

  it('ignores outcomes and ranges that there are none of', () => {
    const query = new URLSearchParams('outcome=maybe&range=P9Y');
    expect(isFiltered(readQuestion(query))).toBe(false);
  });

  it('counts neither the page nor the opened action as a filter', () => {
    expect(isFiltered({ cursor: '1', action: 'abc' })).toBe(false);
    expect(isFiltered({ text: 'a' })).toBe(true);
  });

  it('asks the same for a whole minute, however often it is asked', () => {
    const at = (time: string) => filterOf({ range: 'PT1H' }, new Date(time));
    expect(at('2026-11-24T12:00:01Z')).toEqual(at('2026-11-24T12:00:59Z'));
    expect(at('2026-11-24T12:00:01Z').from).toBe('2026-11-24T11:00:00.000Z');
  });
});
