import type { Clock } from '@sphera/plugin-operations-node';
import { tellPages } from './tellPages';

type Listener = (changed: ReadonlySet<string> | 'all') => void;

function startTelling() {
  const told: object[] = [];
  let hear: Listener = () => {};
  let due: Array<() => void> = [];
  let now = 1_000;
  const clock: Clock = {
    now: () => now,
    after(_, call) {
      due.push(call);
      return () => {};
    },
    random: () => 0,
  };
  tellPages({
    memory: { onChange: listener => void (hear = listener) },
    operations: { announceHere: target => void told.push(target) },
    clock,
  });
  return {
    told,
    change: (...names: string[]) => hear(new Set(names)),
    changeAll: () => hear('all'),
    pass() {
      now += 1_000;
      const calls = due;
      due = [];
      for (const call of calls) call();
    },
  };
}

describe('open pages', () => {
  it('hear of each service whose secrets changed, once', () => {
    const { told, change, pass } = startTelling();
    change('payments');
    change('payments', 'ledger');
    pass();
    expect(told).toEqual([
      { service: 'component:default/payments' },
      { service: 'component:default/ledger' },
    ]);
  });

  it('hear of many as of one change of everything', () => {
    const { told, change, pass } = startTelling();
    change(...Array.from({ length: 21 }, (_, index) => `service-${index}`));
    pass();
    expect(told).toEqual([{}]);
  });

  it('hear that a place was lost, or that secrets of nobody changed', () => {
    const { told, change, changeAll, pass } = startTelling();
    change('payments');
    changeAll();
    pass();
    expect(told).toEqual([{}]);
    change('payments');
    pass();
    expect(told).toHaveLength(2);
  });
});
