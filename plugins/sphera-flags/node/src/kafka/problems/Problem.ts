/** Why it does not go on, for people. */
export interface Problem {
  /** `wrong`: Kafka answers, and somebody has to do something. */
  state: 'away' | 'wrong';
  /** Without a full stop, without secrets. */
  sentence: string;
}

/** What was tried when it came up. */
export interface Attempt {
  /** Operation that an ACL would have to allow. */
  operation: 'Read' | 'Write' | 'DescribeConfigs';
  topic: string;
  /** The consumer group, where one reads; ends in `*` where a prefix is meant. */
  group?: string;
}

/** A problem that was found by ourselves. */
export class KafkaProblem extends Error {
  name = 'KafkaProblem';

  constructor(readonly problem: Problem) {
    super(problem.sentence);
  }
}
