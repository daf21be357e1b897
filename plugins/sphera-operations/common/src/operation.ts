import {
  createPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { z } from 'zod/v3';
import { LockableAction } from './fields';
import { hasSecrets } from './secret';
import { Target, TARGET_RESOURCE_TYPE } from './target';

/** Whether an operation only looks, changes something, or takes something away. */
export type Effect = 'read' | 'write' | 'destructive';

/** What a capability writes down about one of its operations. */
export interface OperationDefinition<
  I extends z.AnyZodObject,
  O extends z.AnyZodObject,
> {
  /** Id of the plugin that carries it out, like `sphera-locks`. */
  plugin: string;
  /** Kebab-case; also its route, its action and the end of its permission. */
  name: string;
  title: string;
  /** What it does, for people and for AI agents: full sentences. */
  description: string;
  effect: Effect;
  input: I;
  output: O;
  /**
   * What the call acts on, from its parsed input: one target, or several where the
   * caller must be allowed on each. Absent: the whole fleet.
   */
  target?: (input: z.output<I>) => Target | Target[];
  /** The lock that holds this operation back; absent: none does. */
  stoppedBy?: LockableAction;
  /** Whether each call goes into the audit log. Default: unless it only reads. */
  audited?: boolean;
  /** `answer`: the handler itself says that a target is unknown. Default: 400. */
  unknownTargets?: 'refuse' | 'answer';
  /** Only sphera itself runs it (from a schedule): no route and no action. */
  internal?: boolean;
}

/** One thing that a caller can ask of sphera. */
export interface Operation<
  I extends z.AnyZodObject = z.AnyZodObject,
  O extends z.AnyZodObject = z.AnyZodObject,
> extends Required<Omit<OperationDefinition<I, O>, 'stoppedBy' | 'target'>> {
  /** `sphera-locks:lock`: as audit, configuration and the actions registry name it. */
  id: string;
  /** Named `<plugin>.<name>`, asked on the target. */
  permission: ResourcePermission<typeof TARGET_RESOURCE_TYPE>;
  stoppedBy?: LockableAction;
  target(input: z.output<I>): Target | Target[];
  /**
   * Whether a field of its input or output is declared `secret`. Its calls go by POST
   * even where it only reads, so that nothing of them is in an address or a cache.
   */
  isConfidential: boolean;
}

/** Parsed input of an operation. */
export type InputOf<T extends Operation> = z.output<T['input']>;
/** Input of an operation as a caller writes it: defaults may be left out. */
export type RequestOf<T extends Operation> = z.input<T['input']>;
/** Answer of an operation. */
export type OutputOf<T extends Operation> = z.output<T['output']>;

const PERMISSION_ACTION = {
  read: 'read',
  write: 'update',
  destructive: 'delete',
} as const;

/**
 * Defines an operation, once, for every door: HTTP, typed client, page, action,
 * MCP tool, command line.
 */
export function defineOperation<
  I extends z.AnyZodObject,
  O extends z.AnyZodObject,
>(definition: OperationDefinition<I, O>): Operation<I, O> {
  const { plugin, name, effect, input, output } = definition;
  return {
    audited: effect !== 'read',
    unknownTargets: 'refuse',
    internal: false,
    target: () => ({}),
    ...definition,
    input: input.strict() as unknown as I,
    id: `${plugin}:${name}`,
    isConfidential: hasSecrets(input) || hasSecrets(output),
    permission: createPermission({
      name: `${plugin}.${name}`,
      attributes: { action: PERMISSION_ACTION[effect] },
      resourceType: TARGET_RESOURCE_TYPE,
    }),
  };
}
