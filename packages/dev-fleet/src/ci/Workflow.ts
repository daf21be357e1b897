import { parse } from 'yaml';

/** What starts a workflow. */
export type CiEvent = 'push' | 'pull_request';

/** A job of a workflow. */
export interface WorkflowJob {
  /** As its check is called. */
  name: string;
  /** What it does besides passing: the rest of its steps is not looked at. */
  does?: 'image' | 'deploy';
  /** Where one that deploys does so. */
  environment?: string;
}

/** As much of a workflow as is read. */
interface Workflow {
  on?: string | string[] | Record<string, unknown>;
  jobs?: Record<string, { name?: string; if?: string } | null>;
}

const EVENTS: CiEvent[] = ['push', 'pull_request'];

/** The jobs of a workflow that an event starts, in their order; none where it is no workflow. */
export function jobsOf(text: string, event: CiEvent): WorkflowJob[] {
  const workflow = read(text);
  if (!startersOf(workflow).includes(event)) return [];
  return Object.entries(workflow.jobs ?? {})
    .filter(([, job]) => !excludes(job?.if, event))
    .map(([key, job]) => ({
      // A name that has to be worked out is not.
      name: job?.name && !job.name.includes('${{') ? job.name : key,
      ...workOf(key),
    }));
}

/** What a job does, by its key: `deploy-to-staging`. */
function workOf(key: string): Pick<WorkflowJob, 'does' | 'environment'> {
  if (/deploy/.test(key)) {
    const [, environment = 'staging'] = /deploy-to-(.+)$/.exec(key) ?? [];
    return { does: 'deploy', environment };
  }
  return /image|docker|publish/.test(key) ? { does: 'image' } : {};
}

function read(text: string): Workflow {
  try {
    return Object(parse(text));
  } catch {
    return {};
  }
}

function startersOf({ on = [] }: Workflow): string[] {
  if (typeof on === 'string') return [on];
  return Array.isArray(on) ? on : Object.keys(on);
}

/** Whether the condition of a job speaks of another event, or against this one. */
function excludes(condition: string | undefined, event: CiEvent): boolean {
  const [, operator, named] =
    /github\.event_name\s*([!=]=)\s*'(\w+)'/.exec(condition ?? '') ?? [];
  if (!operator || !EVENTS.includes(named as CiEvent)) return false;
  return (operator === '==') !== (named === event);
}
