import type { StageFacts } from '@sphera/plugin-lifecycle-common';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { oneBusForAllPlugins } from '@sphera/plugin-operations-node/testUtils';
import {
  type ServiceFacts,
  serviceFactsExtensionPoint,
} from '@sphera/plugin-services-node';
import { answered, approve, hold } from './__testUtils__/asking';
import { QUOTES } from './__testUtils__/company';
import { type Portal, startPortal } from './__testUtils__/startPortal';
import { stageFactsModule } from './factsModule';

jest.setTimeout(60_000);

describe('the hub', () => {
  let portal: Portal;
  let facts: ServiceFacts<any>;
  beforeAll(async () => {
    portal = await startPortal({
      features: [stageFactsModule, oneBusForAllPlugins()],
      extensionPoints: [
        [
          serviceFactsExtensionPoint,
          { addFacts: (one: ServiceFacts<any>) => void (facts = one) },
        ],
      ],
    });
    await answered(portal.dana, 'begin-lifecycle');
  });
  afterAll(() => portal.stop());
  const stage = async (): Promise<StageFacts> =>
    (await facts.forAll([])).get(QUOTES);

  it('knows the stage of each service, can sort by it and narrow to it', async () => {
    await approve(portal, 'review');
    const value = await stage();
    expect(value).toEqual({
      stage: 'code',
      title: 'Code',
      index: 1,
      count: 4,
      isStuck: false,
      broken: 0,
      asked: 0,
    });
    expect(facts.id).toBe('stage');
    expect(facts.sortBy!(value)).toBe(1);
    expect(facts.choiceOf!(value)).toEqual({
      value: 'code',
      title: 'Code',
      place: 1,
    });
  });

  it('hears when a service goes on, and when it retires', async () => {
    const changed = jest.fn();
    facts.onChange!(changed);
    await hold(portal, 'code-there', 'build-passed', 'retired');
    await eventually(() => expect(changed).toHaveBeenCalled());
    expect(await stage()).toMatchObject({ stage: 'retired', index: 4 });
  });
});
