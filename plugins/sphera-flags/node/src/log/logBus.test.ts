import { type Clock, systemClock } from '@sphera/plugin-operations-common';
import { describeBus } from '../bus/__testUtils__/busContract';
import { TOPICS } from '../bus/topics';
import { HttpLog } from './HttpLog';
import { MemoryLog } from './MemoryLog';
import { openLogAgentBus } from './openLogAgentBus';
import { openLogPortalBus } from './openLogPortalBus';
import { startServedLog } from './__testUtils__/startServedLog';

const PARTITIONS = 4;

/** Waits are a twentieth as long, so that tries in vain take no time. */
const clock: Clock = {
  ...systemClock,
  after: (milliseconds, call) => systemClock.after(milliseconds / 20, call),
};

function newLog(): MemoryLog {
  const log = new MemoryLog({ clock });
  log.addTopic(TOPICS.commands, { partitions: PARTITIONS, isCompacted: true });
  log.addTopic(TOPICS.reports, { partitions: PARTITIONS });
  return log;
}

describeBus(
  'The bus over a log in memory',
  async () => {
    const both = { log: newLog(), topics: TOPICS, clock };
    return {
      topics: TOPICS,
      partitions: PARTITIONS,
      openPortal: () => openLogPortalBus(both),
      openAgent: cluster => openLogAgentBus({ ...both, cluster }),
      stop: async () => {},
    };
  },
  { sharesPartitions: false, canBeAway: false },
);

describeBus(
  'The bus over a log of another process',
  async () => {
    const served = await startServedLog(newLog());
    const both = { topics: TOPICS, clock };
    const log = () => new HttpLog({ url: served.url });
    return {
      topics: TOPICS,
      partitions: PARTITIONS,
      openPortal: () => openLogPortalBus({ ...both, log: log() }),
      openAgent: cluster => openLogAgentBus({ ...both, log: log(), cluster }),
      cut: served.close,
      mend: served.listen,
      stop: served.close,
    };
  },
  { sharesPartitions: false, canBeAway: true },
);
