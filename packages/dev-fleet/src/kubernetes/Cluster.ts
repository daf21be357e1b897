import type { Clock } from './clock';
import type { EventRecorder } from './controllers/EventRecorder';
import type { Random } from './random';
import type { Store } from './store/Store';

/** What the controllers of one cluster work with. */
export interface Cluster {
  name: string;
  store: Store;
  clock: Clock;
  random: Random;
  events: EventRecorder;
}
