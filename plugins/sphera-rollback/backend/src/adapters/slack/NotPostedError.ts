import { NeighbourError } from '../../errors';

/** Slack did not take a message, for certain. */
export class NotPostedError extends NeighbourError {}
