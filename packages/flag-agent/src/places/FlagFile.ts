import { watch, type FSWatcher } from 'node:fs';
import { open, readdir, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Running } from '@sphera/plugin-flags-node';
import type { Clock } from '@sphera/plugin-operations-common';
import { placeErrorOf } from './fileSentence';
import {
  brokenSuffix,
  PlaceChangedError,
  type FlagPlace,
  type Kept,
} from './FlagPlace';
import { replaceFile } from './replaceFile';

/** Some file systems, like those of networks, tell of no changes. */
const LOOK_EACH_MS = 10_000;
/** How many broken files are kept beside. */
const KEPT_BROKEN = 5;

/** The file that flagd reads. */
export class FlagFile implements FlagPlace {
  readonly name: string;
  private readonly path: string;
  private last: Kept | undefined;

  constructor(path: string, private readonly clock: Clock) {
    this.path = resolve(path);
    this.name = `the file ${this.path}`;
  }

  async read(): Promise<Kept | undefined> {
    return this.inFile(async () => {
      const version = await this.version();
      if (version === undefined) return undefined;
      if (this.last?.version === version) return this.last;
      this.last = await readWhole(this.path);
      return this.last;
    });
  }

  async write(text: string, over: Kept | undefined): Promise<Kept> {
    return this.inFile(async () => {
      const stats = await replaceFile(this.path, text, async () => {
        if ((await this.version()) !== over?.version) {
          throw new PlaceChangedError(`Somebody else changes ${this.name}`);
        }
      });
      this.last = { text, version: versionOf(stats) };
      return this.last;
    });
  }

  async setAside(text: string, at: Date): Promise<string> {
    return this.inFile(async () => {
      const beginning = `${basename(this.path)}.broken-`;
      const folder = dirname(this.path);
      const older = (await readdir(folder))
        .filter(name => name.startsWith(beginning))
        .sort();
      for (const name of older.slice(0, 1 - KEPT_BROKEN)) {
        await unlink(join(folder, name));
      }
      const path = `${this.path}.${brokenSuffix(at)}`;
      await writeFile(path, text);
      return basename(path);
    });
  }

  watch(onChange: () => void): Running {
    const watcher = this.watchFolder(onChange);
    let seen: string | undefined;
    let callOff = () => {};
    let isStopped = false;
    const look = async () => {
      const version = await this.version().catch(() => undefined);
      if (isStopped) return;
      if (version !== seen) onChange();
      seen = version;
      callOff = this.clock.after(LOOK_EACH_MS, () => void look());
    };
    void look();
    return {
      async stop() {
        isStopped = true;
        watcher?.close();
        callOff();
      },
    };
  }

  private watchFolder(onChange: () => void): FSWatcher | undefined {
    try {
      const watcher = watch(dirname(this.path), { persistent: false });
      watcher.on('change', (_, name) => {
        if (name === null || String(name) === basename(this.path)) onChange();
      });
      // The looks at intervals go on.
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch {
      return undefined;
    }
  }

  /** Which state of the file is there; undefined: none. */
  private async version(): Promise<string | undefined> {
    try {
      return versionOf(await stat(this.path, { bigint: true }));
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  private async inFile<T>(work: () => Promise<T>): Promise<T> {
    return work().catch(error => {
      throw placeErrorOf(error, this.path);
    });
  }
}

async function readWhole(path: string): Promise<Kept> {
  const file = await open(path, 'r');
  try {
    // Before the text, so that a change while reading shows as another version.
    const version = versionOf(await file.stat({ bigint: true }));
    return { text: await file.readFile('utf8'), version };
  } finally {
    await file.close();
  }
}

function versionOf(stats: { ino: bigint; mtimeNs: bigint; size: bigint }) {
  return `${stats.ino}-${stats.mtimeNs}-${stats.size}`;
}
