import { parseEntityRef } from '@backstage/catalog-model';
import type { Lock } from '@sphera/plugin-locks-common';
import type { GateAnswer } from './gate';

/** The answer of the gate for people who read the log of a pipeline. */
export function gateText(answer: GateAnswer): string {
  const { service, environment, action, allowed, reason, locks } = answer;
  const verdict = allowed ? 'ALLOWED' : 'LOCKED';
  const place = environment ? `${service} in ${environment}` : service;
  const lines = [
    `${verdict}  ${place}: ${action}`,
    ...(reason ? [`  ${reason}`] : []),
    ...locks.map(lockLine),
  ];
  return `${lines.join('\n')}\n`;
}

function lockLine({ placedBy, placedAt, expiresAt, reason }: Lock): string {
  const end = expiresAt ? `until ${expiresAt}` : 'until somebody unlocks';
  return `  by ${nameOf(placedBy)} since ${placedAt} ${end}: ${oneLine(
    reason,
  )}`;
}

function nameOf(who: string): string {
  return who.startsWith('user:') ? parseEntityRef(who).name : who;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
