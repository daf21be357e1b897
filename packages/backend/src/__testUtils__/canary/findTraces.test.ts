import { newCanary } from './canaries';
import { findTraces, NOTATIONS } from './findTraces';
import { Traces } from './Traces';

const canary = newCanary();
const tracesOf = (what: unknown) => {
  const traces = new Traces();
  traces.note('log', 'something else');
  traces.note('planted', what);
  return findTraces(['another-value-of-nobody', canary], traces.all);
};

describe('the search for traces of a value', () => {
  it.each(Object.keys(NOTATIONS))('finds it written %s', notation => {
    for (const written of NOTATIONS[notation](Buffer.from(canary))) {
      for (const text of [written, written.toUpperCase()]) {
        const found = tracesOf(`value = ${text}; and so on`);
        expect(found[0]).toMatchObject({ where: 'planted', value: 1 });
      }
    }
  });

  it.each([
    ['a piece of it', canary.slice(5, 17)],
    ['a piece at its end', canary.slice(-12)],
    ['an object that holds it', { a: [{ b: canary }] }],
    ['an error that hides it', new Error('x', { cause: new Error(canary) })],
    ['bytes', Buffer.concat([Buffer.alloc(100, 255), Buffer.from(canary)])],
    [
      'a row that holds it in base64',
      Buffer.from(`xyz:${canary}`).toString('base64'),
    ],
  ])('finds %s', (_what, planted) => {
    expect(tracesOf(planted)).not.toEqual([]);
  });

  it('tells where, but not the value', () => {
    const [found] = tracesOf(`the password is ${canary}`);
    expect(found.after).toContain('the password is ');
    expect(JSON.stringify(found)).not.toContain(canary.slice(0, 12));
  });

  it('finds nothing where nothing is', () => {
    expect(tracesOf(`${canary.slice(0, 11)} ${newCanary()}`)).toEqual([]);
  });
});
