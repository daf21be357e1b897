import type { Report } from '@sphera/plugin-flags-node';

/** What the sender adds to every report. */
export type Sender = 'version' | 'cluster' | 'instance' | 'sequence' | 'at';

type WithoutSender<T> = T extends unknown ? Omit<T, Sender> : never;

/** What a report says, without who says it when. */
export type ReportBody = WithoutSender<Report>;
export type ReportOf<Kind extends Report['kind']> = Extract<
  ReportBody,
  { kind: Kind }
>;
