import { answered as answeredTo } from '@sphera/plugin-operations-node/testUtils';
import type { Caller, Portal } from './startPortal';

export { refused } from '@sphera/plugin-operations-node/testUtils';

export const ofQuotes = { service: 'quotes' };

/** What somebody is answered; fails where it is a refusal. */
export async function answered(
  caller: Caller,
  operation: string,
  input: object = ofQuotes,
): Promise<any> {
  return answeredTo(caller, operation, input);
}

/** Has facts of quotes hold, and the portal look. */
export async function hold(portal: Portal, ...facts: string[]): Promise<any> {
  portal.facts.hold('quotes', ...facts);
  return answered(portal.dana, 'refresh-facts');
}

/** Dana asks and Noor says yes. */
export async function approve(portal: Portal, step: string): Promise<any> {
  const input = { ...ofQuotes, step, comment: 'please' };
  await answered(portal.dana, 'request-approval', input);
  return answered(portal.noor, 'approve-step', { ...input, comment: 'fine' });
}

/** One step of an answer. */
export const stepIn = ({ stages }: any, name: string): any =>
  stages
    .flatMap(({ steps }: any) => steps)
    .find((step: any) => step.name === name);
