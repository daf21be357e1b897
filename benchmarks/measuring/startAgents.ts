import { fork } from 'node:child_process';
import { join } from 'node:path';

/** What a process of agents is asked for. */
export interface AgentsWanted {
  brokers: string[];
  clusters: string[];
  /** Topics of the bare consumers. */
  bare: { there: string; back: string };
}

/** Starts the agents of clusters, and bare consumers, in another process; all of it is ready a little later. */
export async function startAgents(
  wanted: AgentsWanted,
): Promise<{ stop(): void }> {
  const child = fork(join(__dirname, 'agentsProcess.ts'));
  const started = new Promise<void>((resolve, reject) => {
    // What transforms the sources on their way in has messages of its own.
    child.on('message', message => {
      if (message === 'started') resolve();
    });
    child.once('exit', () => reject(new Error('The agents did not start')));
  });
  child.send(wanted);
  await started;
  return { stop: () => child.disconnect() };
}
