import type { Running } from '@sphera/plugin-flags-node';
import type { Clock } from '@sphera/plugin-operations-common';
import type { ApiAnswer, ClusterApi } from './ClusterApi';
import {
  brokenSuffix,
  PlaceChangedError,
  PlaceError,
  type FlagPlace,
  type Kept,
} from './FlagPlace';

/** Key of the ConfigMap under which flagd's file is. */
const KEY = 'flags.json';
const LOOK_EACH_MS = 10_000;
/** What Kubernetes takes is 1 MiB over all keys; the rest is for names and labels. */
const MAX_BYTES = 1_048_576 - 16_384;

/** A ConfigMap whose key `flags.json` is flagd's file; what else is in it stays. */
export class FlagConfigMap implements FlagPlace {
  readonly name: string;
  readonly maxBytes = MAX_BYTES;
  private readonly folder: string;
  private readonly path: string;

  constructor(
    private readonly where: { namespace: string; name: string },
    private readonly api: ClusterApi,
    private readonly clock: Clock,
  ) {
    this.name = `the ConfigMap ${where.namespace}/${where.name}`;
    this.folder = `/api/v1/namespaces/${where.namespace}/configmaps`;
    this.path = `${this.folder}/${where.name}`;
  }

  async read(): Promise<Kept | undefined> {
    const answer = await this.api.call('GET', this.path);
    if (answer.status === 404) return undefined;
    return this.keptIn(answer);
  }

  async write(text: string, over: Kept | undefined): Promise<Kept> {
    return this.keptIn(
      over
        ? await this.patch({ [KEY]: text }, over.version)
        : await this.create(text),
    );
  }

  /** The last one only, since all share what the ConfigMap can hold. */
  async setAside(text: string, at: Date): Promise<string> {
    const answer = await this.api.call('GET', this.path);
    const { version } = this.keptIn(answer);
    const data: Record<string, string> = answer.body.data ?? {};
    const older = Object.keys(data).filter(key =>
      key.startsWith(`${KEY}.broken-`),
    );
    const key = `${KEY}.${brokenSuffix(at)}`;
    // Half of the room, so that the flags themselves have the other half.
    const beginning = text.slice(0, MAX_BYTES / 8);
    const changes = [...older.map(name => [name, null]), [key, beginning]];
    this.keptIn(await this.patch(Object.fromEntries(changes), version));
    return key;
  }

  watch(onChange: () => void): Running {
    let callOff = () => {};
    const look = () => {
      callOff = this.clock.after(LOOK_EACH_MS, () => {
        onChange();
        look();
      });
    };
    look();
    return { stop: async () => callOff() };
  }

  private async create(text: string): Promise<ApiAnswer> {
    return this.api.call('POST', this.folder, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: this.where,
      data: { [KEY]: text },
    });
  }

  private async patch(
    data: Record<string, string | null>,
    resourceVersion: string,
  ): Promise<ApiAnswer> {
    const body = { metadata: { resourceVersion }, data };
    return this.api.call('PATCH', this.path, body);
  }

  private keptIn({ status, body }: ApiAnswer): Kept {
    if (status === 409) {
      throw new PlaceChangedError(`Somebody else changes ${this.name}`);
    }
    if (status < 200 || status >= 300) throw this.refused(status, body);
    return {
      text: body.data?.[KEY] ?? '',
      version: body.metadata?.resourceVersion ?? '',
    };
  }

  private refused(status: number, body: { message?: unknown }): PlaceError {
    if (status === 403) {
      return new PlaceError(
        `The agent may not read or write ${this.name}: its service account needs get and patch on it, and create where it is not there yet`,
      );
    }
    const message = String(body.message ?? '').slice(0, 300);
    return new PlaceError(
      `The Kubernetes API answers with an error (${status}) about ${this.name}${
        message && `: ${message.replace(/\.$/, '')}`
      }`,
    );
  }
}
