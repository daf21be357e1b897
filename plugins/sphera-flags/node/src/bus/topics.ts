/** Topics of version 1 of the messages; another version gets topics of its own. */
export interface Topics {
  commands: string;
  reports: string;
}

/** As they are called unless the settings say otherwise. */
export const TOPICS: Topics = {
  commands: 'sphera.flags.commands.v1',
  reports: 'sphera.flags.reports.v1',
};
