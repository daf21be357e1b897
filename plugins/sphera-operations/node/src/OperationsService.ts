import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  InputOf,
  Operation,
  OutputOf,
  RequestOf,
  Target,
} from '@sphera/plugin-operations-common';
import type { Actor, Door } from './pipeline/actor';
import type { Change } from './changes/ChangeFeed';

/** What a handler gets to know about one call, after every check has passed. */
export interface OperationCall<T extends Operation> {
  input: InputOf<T>;
  /** What it acts on; where that is several, what they have in common. */
  target: Target;
  actor: Actor;
  /** Of the caller: for asking other services in the caller's name. */
  credentials: BackstageCredentials;
}

/** Carries out one operation; what it throws is answered as an error. */
export type OperationHandler<T extends Operation> = (
  call: OperationCall<T>,
) => Promise<OutputOf<T>>;

/** A limit of the infrastructure team: throws `GuardrailError` where the call exceeds it. */
export type Guardrail<T extends Operation> = (
  call: OperationCall<T>,
) => void | Promise<void>;

/** A long answer, sent piece by piece. */
export interface TextStream {
  /** `text/csv; charset=utf-8` */
  contentType: string;
  /** Where the browser should save it rather than show it. */
  fileName?: string;
  pieces: AsyncIterable<string>;
  /** Whether it goes on for as long as somebody reads: leaving is its end then, not a failure. */
  endsWithReader?: boolean;
}

/** What a capability may say about one operation besides its handler. */
export interface HandleOptions<T extends Operation> {
  guardrails?: Guardrail<T>[];
  /** What a call acts on, where its input only names it by an id. */
  target?: (input: InputOf<T>) => Promise<Target | Target[]>;
  /** Other forms of the answer over HTTP, chosen by `?format=<key>`. */
  formats?: Record<string, (output: OutputOf<T>) => string>;
  /** Answers HTTP with a stream in place of the handler's JSON. */
  stream?: (call: OperationCall<T>) => Promise<TextStream>;
}

/**
 * The kernel of one plugin: hand it a handler per operation and it opens every
 * door (HTTP, OpenAPI, actions registry) behind the same checks.
 */
export interface OperationsService {
  /** Opens the doors of an operation; call it while the plugin starts. */
  handle<T extends Operation>(
    operation: T,
    handler: OperationHandler<T>,
    options?: HandleOptions<T>,
  ): void;

  /**
   * Runs one of this plugin's own operations for somebody who asked for it
   * earlier, say from a schedule: everything but authentication and permission
   * happens as for any caller, and the audit log names `actor`.
   */
  run<T extends Operation>(
    operation: T,
    input: RequestOf<T>,
    onBehalfOf: { actor: string; door: Door },
  ): Promise<OutputOf<T>>;

  /** Calls an operation of another plugin, in the caller's name or in this plugin's own. */
  ask<T extends Operation>(
    operation: T,
    input: RequestOf<T>,
    options?: { credentials?: BackstageCredentials },
  ): Promise<OutputOf<T>>;

  /**
   * Whether a caller may do one of this plugin's operations on a target, or on each of
   * several: what the policy says, without a trace in the audit log.
   * @throws InputError where a target does not exist; ServiceUnavailableError where the catalog cannot be asked
   */
  may(
    operation: Operation,
    target: Target | Target[],
    credentials: BackstageCredentials,
  ): Promise<boolean>;

  /** Hears of each change that an operation of this plugin made, on whichever replica. */
  onChange(listener: (change: Change) => void): void;

  /** Tells open pages and other replicas of a change that no operation made (a lock that ended by itself, say). */
  announce(target: Target): Promise<void>;

  /** Tells the pages that are open on this replica of something that every replica notices by itself (a cluster's change, say). */
  announceHere(target: Target): void;
}
