import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { mkdir, rename, rmdir, writeFile } from 'node:fs/promises';
import { AgentOfTest, entry } from './__testUtils__/AgentOfTest';
import { CutLog } from './__testUtils__/CutLog';
import { OFF, ON } from './__testUtils__/definitions';
import { PlaceOfTest } from './__testUtils__/PlaceOfTest';
import type { Portal } from './__testUtils__/Portal';

let agent: AgentOfTest;
let portal: Portal;
beforeEach(async () => {
  agent = await AgentOfTest.make();
  portal = agent.portal;
});
afterEach(async () => agent.remove());

const lastHeartbeat = async () => (await portal.reports('heartbeat')).at(-1);

describe('While the file cannot be written', () => {
  const away = () => `${agent.folder}-away`;

  it('nothing is acknowledged, heartbeats say why, and then it goes on', async () => {
    await portal.wish({ revision: 1, definition: ON });
    const running = agent.start();
    await eventually(async () =>
      expect(await portal.answers()).toHaveLength(1),
    );

    await rename(agent.folder, away());
    await portal.wish({ revision: 2, definition: OFF });
    const problem = `The folder ${agent.folder} does not exist`;
    await eventually(async () =>
      expect((await lastHeartbeat())?.problem).toMatch(
        new RegExp(
          `^${problem}: the flags of this cluster are as they were at \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$`,
        ),
      ),
    );
    expect(running.state()).toMatchObject({ problem });
    expect(running.state().counts.failures).toBeGreaterThan(0);
    expect(await portal.answers()).toEqual(['new-checkout 1 applied']);

    await rename(away(), agent.folder);
    await eventually(async () =>
      expect(await portal.answers()).toEqual([
        'new-checkout 1 applied',
        'new-checkout 2 applied',
      ]),
    );
    await eventually(async () =>
      expect(await lastHeartbeat()).not.toHaveProperty('problem'),
    );
    expect(await agent.flags()).toEqual({ 'new-checkout': entry(OFF, 2) });
  });

  it('what comes meanwhile is written together, and each is answered', async () => {
    await rmdir(agent.folder);
    const running = agent.start();
    await eventually(() => expect(running.state().isCaughtUp).toBe(true));
    await portal.wish({ flag: 'one', definition: ON });
    await portal.wish({ flag: 'two', definition: ON });
    await portal.wish({ flag: 'one', revision: 2, definition: OFF });
    await eventually(() =>
      expect(running.state().counts.failures).toBeGreaterThan(2),
    );
    await mkdir(agent.folder);
    await eventually(async () =>
      expect(await portal.answers()).toEqual([
        'one 1 overtaken',
        'two 1 applied',
        'one 2 applied',
      ]),
    );
  });

  it('no snapshot tells of flags that it could not read', async () => {
    await mkdir(agent.path);
    const running = agent.start();
    await eventually(() => expect(running.state().isCaughtUp).toBe(true));
    await eventually(async () =>
      expect((await lastHeartbeat())?.problem).toBe(
        `${agent.path} is a folder, and has to be a file`,
      ),
    );
    expect(await portal.reports('snapshot')).toEqual([]);
    await rmdir(agent.path);
    await eventually(async () =>
      expect(await portal.reports('snapshot')).toHaveLength(1),
    );
  });
});

describe('A disk that is full', () => {
  it('is told, and what was wished is applied once there is room', async () => {
    const place = new PlaceOfTest();
    agent.start({ flags: place });
    await portal.wish({ revision: 1, definition: ON });
    await eventually(async () =>
      expect(await portal.answers()).toHaveLength(1),
    );
    place.problem = 'The disk is full';
    await portal.wish({ revision: 2, definition: OFF });
    await eventually(async () =>
      expect((await lastHeartbeat())?.problem).toMatch(
        /^The disk is full: the flags of this cluster are as they were at /,
      ),
    );
    place.problem = undefined;
    await eventually(async () =>
      expect(await portal.answers()).toEqual([
        'new-checkout 1 applied',
        'new-checkout 2 applied',
      ]),
    );
  });
});

describe('While the other side is away', () => {
  it('reports are kept, and sent in order when it is back', async () => {
    const line = new CutLog(portal.log);
    const running = agent.start({}, line);
    await eventually(async () =>
      expect(await portal.reports('snapshot')).toHaveLength(1),
    );
    line.isCut = true;
    await writeFile(agent.path, '{"flags":{}} ');
    await eventually(() => {
      // A heartbeat may be due meanwhile.
      expect(running.state().keptReports).toBeGreaterThan(0);
      expect(running.state().bus.state).toBe('away');
    });
    await portal.wish({ revision: 1, definition: ON });
    line.isCut = false;
    await eventually(async () =>
      expect(await portal.answers()).toEqual(['new-checkout 1 applied']),
    );
    const sequences = (await portal.reports()).map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.map((_, at) => at + 1));
  });

  it('heartbeats do not pile up', async () => {
    const line = new CutLog(portal.log);
    line.isCut = true;
    const running = agent.start({ heartbeatEvery: 500 }, line);
    await eventually(() =>
      expect(agent.logged).toContainEqual(
        expect.stringMatching(/^Reports wait to be sent: /),
      ),
    );
    const began = agent.clock.now();
    await eventually(() =>
      expect(agent.clock.now() - began).toBeGreaterThan(5_000),
    );
    expect(running.state().keptReports).toBe(1);
  });

  it('an agent that starts serves the flags that it has', async () => {
    await agent.put(JSON.stringify({ flags: { one: entry(ON, 7) } }));
    const line = new CutLog(portal.log);
    line.isCut = true;
    const running = agent.start({}, line);
    await eventually(() => expect(running.state().flags).toBe(1));
    expect(running.state().isCaughtUp).toBe(false);
    expect(await agent.flags()).toEqual({ one: entry(ON, 7) });
  });
});

describe('An agent that is stopped', () => {
  it('finishes and sends what it has begun', async () => {
    await portal.wish({ revision: 1, definition: ON });
    agent.start();
    await eventually(async () =>
      expect(await agent.flags()).toHaveProperty('new-checkout'),
    );
    await agent.stop();
    expect(await portal.answers()).toEqual(['new-checkout 1 applied']);
  });

  it('can be stopped while the other side is away', async () => {
    const line = new CutLog(portal.log);
    line.isCut = true;
    agent.start({}, line);
    await agent.stop();
    expect(await portal.reports()).toEqual([]);
  });
});
