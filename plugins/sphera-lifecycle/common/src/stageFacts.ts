/** What the hub says of the life cycle of a service, as its facts `stage`. */
export type StageFacts = {
  /** Its name. */
  stage: string;
  title: string;
  /** Its place on the path, from 0. */
  index: number;
  /** How many stages there are on the way. */
  count: number;
  isStuck: boolean;
  /** Steps that were done and are not any more. */
  broken: number;
  /** Steps whose approval is asked for. */
  asked: number;
};
