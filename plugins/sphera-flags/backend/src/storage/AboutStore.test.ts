import {
  changeOfTest,
  creationOfTest,
  FLAG,
  flagOfTest,
  OFF,
  ON,
  steps,
} from './__testUtils__/changesOfTest';
import { describeStores } from './__testUtils__/eachDatabase';
import type { KeptFlag } from './Kept';

describeStores('what flags are about', given => {
  const store = () => given().stores.changes;
  beforeEach(async () => {
    steps(await store().write([creationOfTest(OFF)]));
  });
  const say = (flag: Partial<KeptFlag>, seen: Partial<KeptFlag> = {}) =>
    store().write([
      changeOfTest(ON, {
        kind: 'about',
        clusters: [],
        flag: { ...seen, ...flag },
        aboutSeen: flagOfTest(seen),
      }),
    ]);
  const saidNow = async () => store().getFlag(FLAG);

  it('is what was said last of each thing, also by who had not seen the others', async () => {
    steps(await say({ owner: 'group:default/payments' }));
    steps(await say({ endsOn: '2027-03-31' }));
    expect(await saidNow()).toMatchObject({
      owner: 'group:default/payments',
      endsOn: '2027-03-31',
    });
  });

  it('stays where a change says nothing of it', async () => {
    steps(await say({ owner: 'group:default/payments' }));
    steps(await store().write([changeOfTest(OFF, { kind: 'kill' })]));
    expect(await saidNow()).toMatchObject({ owner: 'group:default/payments' });
  });

  it('can be taken away', async () => {
    const owner = 'group:default/payments';
    steps(await say({ owner }));
    steps(await say({ owner: undefined }, { owner }));
    expect(await saidNow()).not.toHaveProperty('owner');
  });

  it('is not written over what somebody said of the same meanwhile', async () => {
    steps(await say({ owner: 'group:default/payments' }));
    expect(await say({ owner: 'group:default/booking' })).toEqual({
      kind: 'about',
      field: 'owner',
      value: 'group:default/payments',
    });
    expect(await saidNow()).toMatchObject({ owner: 'group:default/payments' });
  });
});
