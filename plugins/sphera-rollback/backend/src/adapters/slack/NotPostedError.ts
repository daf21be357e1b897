import { NeighbourError } from '@sphera/plugin-operations-node';

/** Slack did not take a message, for certain. */
export class NotPostedError extends NeighbourError {}
