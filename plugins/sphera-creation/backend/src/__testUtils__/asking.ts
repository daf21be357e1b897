import { answered } from '@sphera/plugin-operations-node/testUtils';
import type { Caller } from './startPortal';

export { answered, refused } from '@sphera/plugin-operations-node/testUtils';

/** What every place says of a name; asked again where one is too slow to be waited for. */
export async function checked(caller: Caller, name: string): Promise<any> {
  for (;;) {
    const answer = await answered(caller, 'check-name', { name });
    const states = answer.findings.map(({ state }: any) => state);
    if (!states.includes('unknown')) return answer;
  }
}
