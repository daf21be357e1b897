import { FLEET, FleetOfTest } from './__testUtils__/FleetOfTest';
import { autoscalerOf, deploymentOf } from './__testUtils__/records';
import { tellPages } from './tellPages';

const service = (name: string) => ({
  ref: `component:default/${name}`,
  name,
  annotations: { 'backstage.io/kubernetes-id': name },
});
const MANY = Array.from({ length: 30 }, (_, n) => `service-${n}`);

function start() {
  const fleet = new FleetOfTest([service('quotes'), ...MANY.map(service)]);
  fleet.clock.goOn(1_000);
  const told: object[] = [];
  tellPages({
    memory: fleet.memory,
    fleet: FLEET,
    operations: { announceHere: target => void told.push(target) },
    clock: fleet.clock,
  });
  return { ...fleet, fleet, told };
}

describe('open pages are told of the fleet', () => {
  it('which service changed where, within half a second', () => {
    const { fleet, clock, told } = start();
    fleet.deploy('production-us', '4.12.1');
    clock.goOn(500);
    expect(told).toEqual([
      {
        service: 'component:default/quotes',
        environment: 'production',
        region: 'us',
        cluster: 'production-us',
      },
    ]);
  });

  it('that a cluster came or went', () => {
    const { memory, clock, told } = start();
    memory.feed('staging-eu').seen({ state: 'lost', problem: 'no answer' });
    clock.goOn(500);
    expect(told).toEqual([
      { environment: 'staging', region: 'eu', cluster: 'staging-eu' },
    ]);
  });

  it('in one word where much changes at once', () => {
    const { memory, clock, told } = start();
    for (const name of MANY) {
      const labels = { 'backstage.io/kubernetes-id': name };
      memory
        .feed('staging-eu')
        .put('deployments', deploymentOf({ name, labels }));
    }
    clock.goOn(500);
    expect(told).toEqual([{}]);
  });

  it('of measured load only now and then: it moves all the time', () => {
    const { fleet, memory, clock, told } = start();
    const autoscaler = autoscalerOf();
    fleet.deploy('production-us', '4.12.1', { autoscaler });
    clock.goOn(1_000);
    told.length = 0;
    const measure = (current: string, more = {}) => {
      const [metric] = autoscaler.metrics;
      const metrics = [{ ...metric, current }];
      const measured = { ...autoscaler, ...more, metrics };
      memory.feed('production-us').put('autoscalers', measured);
      clock.goOn(1_000);
    };
    for (let load = 40; load < 69; load += 1) measure(String(load));
    expect(told.length).toBeLessThanOrEqual(3);
    told.length = 0;
    measure('90', { desired: 4 });
    expect(told.length).toBeGreaterThan(0);
  });

  it('at most twice a second, however often something changes', () => {
    const { fleet, clock, told } = start();
    for (let step = 0; step < 100; step += 1) {
      fleet.deploy('production-us', '4.12.1');
      clock.goOn(50);
    }
    clock.goOn(500);
    expect(told.length).toBeGreaterThan(5);
    expect(told.length).toBeLessThan(12);
  });
});
