import type { AuditRecord, Outcome } from '@sphera/plugin-audit-common';
import { past } from './verbs';

/** What of a record its deed is told from. */
export type Deed = Pick<AuditRecord, 'operation' | 'outcome' | 'details'>;

// What the scaffolder calls running a template.
const STOCK_VERBS: Record<string, string> = { execution: 'run' };

/**
 * What was done, as the middle of a sentence: "locked", "tried to freeze merges",
 * "deleted an entity". Operations of sphera are named by their verb; events of
 * stock plugins by a thing, with the verb in their details.
 */
export function deedInWords({ operation, outcome, details }: Deed): string {
  const [plugin, name] = operation.split(':');
  const words = name.split('-');
  if (plugin.startsWith('sphera-')) {
    return told(outcome, words[0], [...words.slice(1), ...named(details)]);
  }
  if (typeof details.toolName === 'string') {
    return told(outcome, 'use', ['the tool', details.toolName]);
  }
  const verb = details.actionType ?? details.queryType;
  if (typeof verb !== 'string' || !/^[a-z]+$/.test(verb)) {
    return told(outcome, 'do', [`“${words.join(' ')}”`, 'in', plugin]);
  }
  const thing = words.filter(word => word !== 'mutate');
  return told(outcome, STOCK_VERBS[verb] ?? verb, [
    article(thing[0]),
    ...thing,
  ]);
}

/** An operation as a choice of a list: "Freeze merges", "Entity mutate (catalog)". */
export function operationTitle(operation: string): string {
  const [plugin, name] = operation.split(':');
  const words = name.replace(/-/g, ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return plugin.startsWith('sphera-') ? title : `${title} (${plugin})`;
}

function told(outcome: Outcome, verb: string, rest: string[]): string {
  if (outcome === 'succeeded') {
    return [verb === 'do' ? 'did' : past(verb), ...rest].join(' ');
  }
  const attempt = outcome === 'initiated' ? 'began to' : 'tried to';
  return [attempt, verb, ...rest].join(' ');
}

// What of a service it was done to: a secret, a deployment.
function named({ input }: Deed['details']): string[] {
  const { name, names } = (input ?? {}) as { name?: unknown; names?: unknown };
  const all = Array.isArray(names) ? names : [name];
  const known = all.filter(one => typeof one === 'string');
  const [first, ...rest] = known;
  if (!first) return [];
  return [
    `“${first}”`,
    ...(rest.length > 0 ? [`and ${rest.length} more`] : []),
  ];
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}
