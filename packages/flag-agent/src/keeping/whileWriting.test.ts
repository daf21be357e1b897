import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { AgentOfTest, entry } from '../__testUtils__/AgentOfTest';
import { OFF, ON } from '../__testUtils__/definitions';
import { PlaceOfTest } from '../__testUtils__/PlaceOfTest';

let agent: AgentOfTest;
beforeEach(async () => {
  agent = await AgentOfTest.make();
});
afterEach(async () => agent.remove());

describe('A wish that comes while the place is being written', () => {
  it('is applied afterwards, and answered only then', async () => {
    const { portal } = agent;
    const place = new PlaceOfTest();
    const running = agent.start({ flags: place });
    await portal.wish({ flag: 'one', definition: ON });
    await eventually(async () =>
      expect(await portal.answers()).toEqual(['one 1 applied']),
    );

    // Its retries are not waited for by who reads wishes.
    place.problem = 'The disk is full';
    await portal.wish({ flag: 'one', revision: 2, definition: OFF });
    await eventually(() =>
      expect(running.state().counts.failures).toBeGreaterThan(0),
    );
    let goOn = () => {};
    place.hold = new Promise(resolve => (goOn = resolve));
    await eventually(() => expect(place.hold).toBeUndefined());
    place.problem = undefined;
    const read = running.state().heardAt;
    await portal.wish({ flag: 'two', definition: ON });
    await eventually(() =>
      expect(running.state().heardAt).toBeGreaterThan(read!),
    );
    goOn();

    await eventually(async () =>
      expect(await portal.answers()).toEqual([
        'one 1 applied',
        'one 2 applied',
        'two 1 applied',
      ]),
    );
    expect(JSON.parse(place.kept!.text).flags).toEqual({
      one: entry(OFF, 2),
      two: entry(ON, 1),
    });
  });
});
