// The package has no types of its own: what the benchmarks use of
// https://github.com/mcollina/autocannon#api, times in milliseconds.
declare module 'autocannon' {
  export default function autocannon(options: {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    workers: number;
    headers: Record<string, string>;
    requests: Array<{
      method: 'GET' | 'POST';
      path: string;
      headers?: Record<string, string>;
      body?: string;
    }>;
  }): Promise<{
    requests: { total: number };
    latency: { p50: number };
    non2xx: number;
    errors: number;
  }>;
}
