import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import type { Traces } from './Traces';

/**
 * Notes what the process itself writes: its outputs, and the addresses and headers of
 * the requests that it sends. The bodies go to AWS, which is what they are for.
 *
 * @returns what ends it
 */
export function watchProcess(traces: Traces): () => void {
  const ends = [
    ...(['stdout', 'stderr'] as const).map(name => watchOutput(name, traces)),
    watchConsole(traces),
    onChannel('http.client.request.start', ({ request }) => {
      const { method, host, path } = request as ClientRequest;
      const headers = (request as ClientRequest).getHeaders();
      traces.note('request: http', [method, host, path, headers]);
    }),
    onChannel('undici:request:create', ({ request }) => {
      const { method, origin, path, headers } = request as any;
      traces.note('request: fetch', [method, origin, path, headers]);
    }),
  ];
  return () => ends.forEach(end => end());
}

function watchOutput(name: 'stdout' | 'stderr', traces: Traces) {
  const stream = process[name];
  const write = stream.write;
  stream.write = ((chunk: unknown, ...rest: unknown[]) => {
    traces.note(`output: ${name}`, chunk);
    return (write as any).call(stream, chunk, ...rest);
  }) as typeof stream.write;
  return () => {
    stream.write = write;
  };
}

function watchConsole(traces: Traces) {
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const before = methods.map(method => console[method]);
  methods.forEach(method => {
    console[method] = (...args: unknown[]) =>
      traces.note(`output: console.${method}`, args);
  });
  return () =>
    methods.forEach((method, index) => {
      console[method] = before[index];
    });
}

function onChannel(name: string, note: (message: any) => void) {
  subscribe(name, note);
  return () => void unsubscribe(name, note);
}
