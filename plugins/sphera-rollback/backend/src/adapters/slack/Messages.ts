/** One message in a channel. */
export interface PostedMessage {
  /** Id of the channel, as Slack has it. */
  channel: string;
  /** Slack's id of the message in its channel. */
  ts: string;
  /** Where people find it. */
  url?: string;
}

/** A block of Slack's Block Kit. */
export interface MessageBlock {
  type: string;
  [part: string]: unknown;
}

/** What a message says: plain text for notifications, and blocks. */
export interface MessageText {
  text: string;
  blocks: MessageBlock[];
}

/** A message to be posted once. */
export interface MessageRequest extends MessageText {
  /** Id of the channel, or its name with or without `#`. */
  channel: string;
  /** Of the rollback; goes along as metadata. */
  id: string;
  /** An answer was lost: it is looked for first. */
  mayBeThere: boolean;
  /** When it could have been posted at the earliest, in milliseconds. */
  since: number;
}

/** Slack, as far as it is needed: one message that is edited. */
export interface Messages {
  /**
   * Posts a message with the id of its rollback in its metadata. Asked again after an answer that was lost, finds the
   * message by it as it is and posts no second one (`mayBeThere`; then it is not `isNew`); where the channel may not be read, it posts none: rather one
   * too few than two.
   * @throws NotPostedError where it is certain that nothing was posted; NeighbourError where it may be there;
   * `isPassing` where it makes sense to try again
   */
  post(
    message: MessageRequest,
  ): Promise<{ posted: PostedMessage; isNew: boolean }>;
  /** @throws NeighbourError as `post` */
  edit(posted: PostedMessage, message: MessageText): Promise<void>;
}
