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
/** A character of UTF-16 is so many bytes at most. */
const BYTES_OF_CHARACTER = 3;

const isBroken = (key: string) => key.startsWith(`${KEY}.broken-`);

const bytesOf = (data: Record<string, string>) =>
  new Map(
    Object.entries(data).map(([key, text]) => [key, Buffer.byteLength(text)]),
  );

/** A ConfigMap whose key `flags.json` is flagd's file; what else is in it stays. */
export class FlagConfigMap implements FlagPlace {
  readonly name: string;
  private readonly folder: string;
  private readonly path: string;
  /** Bytes of what else is in it, by key, when it was last seen. */
  private beside = new Map<string, number>();

  constructor(
    private readonly where: { namespace: string; name: string },
    private readonly api: ClusterApi,
    private readonly clock: Clock,
  ) {
    this.name = `the ConfigMap ${where.namespace}/${where.name}`;
    this.folder = `/api/v1/namespaces/${where.namespace}/configmaps`;
    this.path = `${this.folder}/${where.name}`;
  }

  get maxBytes(): number {
    return MAX_BYTES - this.bytesBeside(key => !isBroken(key));
  }

  async read(): Promise<Kept | undefined> {
    const answer = await this.api.call('GET', this.path);
    if (answer.status === 404) return undefined;
    return this.keptIn(answer);
  }

  async write(text: string, over: Kept | undefined): Promise<Kept> {
    if (!over) return this.keptIn(await this.create(text));
    // What was set aside gives way to flags.
    const room = MAX_BYTES - this.bytesBeside(() => true);
    const aside = Buffer.byteLength(text) > room ? this.withoutBroken() : {};
    const data = { ...aside, [KEY]: text };
    return this.keptIn(await this.patch(data, over.version));
  }

  /** The last one only, since all share what the ConfigMap can hold. */
  async setAside(text: string, at: Date): Promise<string> {
    const answer = await this.api.call('GET', this.path);
    const { version } = this.keptIn(answer);
    const key = `${KEY}.${brokenSuffix(at)}`;
    // The text stays where it is until flags take its place, so that this is beside it.
    const room = Math.max(0, this.maxBytes - Buffer.byteLength(text));
    const beginning = text.slice(0, Math.floor(room / BYTES_OF_CHARACTER));
    const data = { ...this.withoutBroken(), [key]: beginning };
    this.keptIn(await this.patch(data, version));
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
    const { [KEY]: text = '', ...beside } = body.data ?? {};
    this.beside = bytesOf({ ...beside, ...body.binaryData });
    return { text, version: body.metadata?.resourceVersion ?? '' };
  }

  private bytesBeside(which: (key: string) => boolean): number {
    const counted = [...this.beside].filter(([key]) => which(key));
    return counted.reduce((sum, [, bytes]) => sum + bytes, 0);
  }

  /** The change that takes away what was set aside. */
  private withoutBroken(): Record<string, null> {
    const keys = [...this.beside.keys()].filter(isBroken);
    return Object.fromEntries(keys.map(key => [key, null]));
  }

  private refused(status: number, body: { message?: unknown }): PlaceError {
    if (status === 403) {
      return new PlaceError(
        `The agent may not read or write ${this.name}: its service account needs get and patch on it, and create where it is not there yet`,
      );
    }
    if (status === 401) {
      return new PlaceError(
        'The Kubernetes API does not know the token of the agent’s service account',
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
