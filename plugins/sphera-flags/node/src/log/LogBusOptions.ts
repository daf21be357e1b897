import type { Clock } from '@sphera/plugin-operations-common';
import type { Topics } from '../bus/topics';
import type { Log } from './Log';

/** What both ends of a log need. */
export interface LogBusOptions {
  log: Log;
  topics: Topics;
  clock: Clock;
}
