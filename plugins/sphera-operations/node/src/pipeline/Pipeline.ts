import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  commonTarget,
  Operation,
  OutputOf,
  Target,
} from '@sphera/plugin-operations-common';
import type { Request } from 'express';
import type { ChangeFeed } from '../changes/ChangeFeed';
import type {
  HandleOptions,
  OperationCall,
  OperationHandler,
} from '../OperationsService';
import type { TargetResource } from '../permissions/targetResource';
import type { ServiceDirectory } from '../ServiceDirectory';
import { Actor, actorOf, Door } from './actor';
import { AuditTrail } from './AuditTrail';
import type { Authorizer } from './authorize';
import { AskGate, checkLocks } from './checkLocks';
import { parseInput } from './parseInput';
import { publicError } from './publicError';
import { resolveTargets } from './resolveTargets';

/** An operation with the capability's own part. */
export interface HandledOperation<T extends Operation = Operation> {
  operation: T;
  handler: OperationHandler<T>;
  options: HandleOptions<T>;
}

/** One call as it came through a door. */
export interface IncomingCall {
  credentials: BackstageCredentials;
  door: Door;
  /** Not yet parsed. */
  input: unknown;
  request?: Request;
}

/** One call whose input and targets are known to be right. */
interface UnderstoodCall<T extends Operation> {
  call: OperationCall<T>;
  targets: TargetResource[];
}

/** What the pipeline works with. */
export interface PipelineParts {
  auth: AuthService;
  logger: LoggerService;
  fleet: Fleet;
  directory: ServiceDirectory;
  authorizer: Authorizer;
  askGate: AskGate;
  audit: AuditTrail;
  changes: ChangeFeed;
}

/**
 * The one way through, for whichever door a call came: who is it → parse → may
 * they → locks → guardrails → audit → run → audit → tell open pages.
 */
export class Pipeline {
  constructor(private readonly parts: PipelineParts) {}

  /**
   * Runs a call to its end; `run` is the handler unless the door has its own way to answer.
   * @throws only errors that a caller may see
   */
  async carryOut<T extends Operation, R = OutputOf<T>>(
    handled: HandledOperation<T>,
    incoming: IncomingCall,
    run: (call: OperationCall<T>) => Promise<R> = handled.handler as (
      call: OperationCall<T>,
    ) => Promise<R>,
  ): Promise<R> {
    const { auth, logger, authorizer } = this.parts;
    const { credentials, door, request } = incoming;
    try {
      const actor = actorOf(auth, credentials, door);
      const { operation } = handled;
      const known = await this.understand(handled, incoming, actor);
      const wish = { operation, actor, credentials, targets: known.targets };
      await this.orRefuse(handled, known.call, request, () =>
        authorizer.authorize(wish),
      );
      return await this.checkAndRun(handled, known, run, request);
    } catch (error) {
      throw publicError(error, logger);
    }
  }

  /** Runs a call for somebody who was let through earlier: no permission is asked. */
  async carryOutOnBehalf<T extends Operation>(
    handled: HandledOperation<T>,
    input: unknown,
    onBehalfOf: { actor: string; door: Door },
  ): Promise<OutputOf<T>> {
    const { auth, logger } = this.parts;
    const { actor: ref, door } = onBehalfOf;
    try {
      const actor: Actor = {
        ref,
        kind: ref.startsWith('user:') ? 'user' : 'service',
        door,
      };
      const credentials = await auth.getOwnServiceCredentials();
      const incoming = { credentials, door, input };
      const known = await this.understand(handled, incoming, actor);
      return await this.checkAndRun(handled, known, handled.handler);
    } catch (error) {
      throw publicError(error, logger);
    }
  }

  /** Whether a caller may do an operation on a target, or on each of several. */
  async may(
    operation: Operation,
    target: Target | Target[],
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const actor = actorOf(this.parts.auth, credentials, 'http');
    const targets = await resolveTargets(operation, target, this.parts);
    const wish = { operation, targets, actor, credentials };
    return this.parts.authorizer.may(wish);
  }

  private async understand<T extends Operation>(
    { operation, options }: HandledOperation<T>,
    { credentials, input: raw }: IncomingCall,
    actor: Actor,
  ): Promise<UnderstoodCall<T>> {
    const input = parseInput(operation, raw);
    const named = await (options.target?.(input) ?? operation.target(input));
    const targets = await resolveTargets(operation, named, this.parts);
    const target = commonTarget(targets);
    return { call: { input, target, actor, credentials }, targets };
  }

  private async checkAndRun<T extends Operation, R>(
    handled: HandledOperation<T>,
    { call, targets }: UnderstoodCall<T>,
    run: (call: OperationCall<T>) => Promise<R>,
    request?: Request,
  ): Promise<R> {
    const { operation, options } = handled;
    await this.orRefuse(handled, call, request, async () => {
      await checkLocks(operation, targets, this.parts.askGate);
      for (const guardrail of options.guardrails ?? []) await guardrail(call);
    });
    if (!operation.audited) return run(call);

    const { audit, changes, logger } = this.parts;
    const begun = await audit.begin({ ...call, operation, request });
    let output: R;
    try {
      output = await run(call);
    } catch (error) {
      const known = publicError(error, logger);
      await begun.failed(known);
      throw known;
    }
    await begun.succeeded(output);
    if (operation.effect !== 'read') {
      await changes.publish({ ...call.target, operation: operation.name });
    }
    return output;
  }

  private async orRefuse<T extends Operation>(
    { operation }: HandledOperation<T>,
    call: OperationCall<T>,
    request: Request | undefined,
    check: () => Promise<void>,
  ): Promise<void> {
    try {
      await check();
    } catch (error) {
      const known = publicError(error, this.parts.logger);
      if (operation.audited) {
        await this.parts.audit.refused({ ...call, operation, request }, known);
      }
      throw known;
    }
  }
}
