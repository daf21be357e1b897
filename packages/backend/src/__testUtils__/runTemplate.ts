import { setTimeout as sleep } from 'node:timers/promises';
import type { WholePortal } from './startWholePortal';

/** How a run of a template ended. */
export interface TemplateRun {
  task: string;
  status: string;
  /** What its steps said. */
  log: string[];
  output: any;
}

/** Waits until the catalog has something: `group/default/booking`. */
export async function untilInCatalog(
  { call }: WholePortal,
  path: string,
): Promise<void> {
  for (;;) {
    const found = await call(`/api/catalog/entities/by-name/${path}`).catch(
      () => undefined,
    );
    if (found) return;
    await sleep(200);
  }
}

/** Runs a template to its end, as Dana. */
export async function runTemplate(
  portal: WholePortal,
  name: string,
  values: object,
): Promise<TemplateRun> {
  const { id } = await portal.call('/api/scaffolder/v2/tasks', {
    method: 'POST',
    body: JSON.stringify({ templateRef: `template:default/${name}`, values }),
  });
  return ended(portal, id);
}

/** Presses Retry, and waits for the end. */
export async function retry(
  portal: WholePortal,
  task: string,
): Promise<TemplateRun> {
  await portal.call(`/api/scaffolder/v2/tasks/${task}/retry`, {
    method: 'POST',
    body: '{}',
  });
  return ended(portal, task);
}

async function ended(portal: WholePortal, task: string): Promise<TemplateRun> {
  for (;;) {
    const { status } = await portal.call(`/api/scaffolder/v2/tasks/${task}`);
    if (!['open', 'processing'].includes(status)) {
      const events = await portal.call(
        `/api/scaffolder/v2/tasks/${task}/events`,
      );
      return {
        task,
        status,
        log: events.map(({ body }: any) => body.message),
        output: events.at(-1)?.body.output,
      };
    }
    await sleep(200);
  }
}
