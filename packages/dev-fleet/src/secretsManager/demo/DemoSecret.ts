import type { DemoEnvironment } from './accounts';

/** A secret of a demo service, as it is where nothing is wrong. */
export interface DemoSecret {
  name: string;
  description: string;
  /** `login`: a user and a password in JSON. */
  kind?: 'word' | 'login' | 'binary';
  /** When its value was last replaced. */
  daysOld: number;
  /** When it was last read; `undefined`: today. */
  unreadDays?: number;
  /** Days until its rotation date; negative: past it. */
  rotateInDays?: number;
  /** Each region has a value of its own, on purpose. */
  differsByRegion?: boolean;
  /** Both if absent. */
  environments?: DemoEnvironment[];
}

/** The secrets of one demo service. */
export interface DemoService {
  service: string;
  owner: string;
  /** Both if absent. */
  environments?: DemoEnvironment[];
  secrets: DemoSecret[];
}
