import {
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quickClock } from '../__testUtils__/quickClock';
import { FlagFile } from './FlagFile';
import { placeErrorOf } from './fileSentence';
import { PlaceChangedError } from './FlagPlace';
import { describePlace } from './__testUtils__/placeContract';

let folder: string;
let path: string;
let file: FlagFile;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphera-file-'));
  path = join(folder, 'flags.json');
  file = new FlagFile(path, quickClock());
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

describePlace('A file of flags, as a place', async () => ({
  place: file,
  async putByHand(text) {
    await writeFile(`${path}.other`, text);
    await rename(`${path}.other`, path);
  },
  readAside: async name => readFile(join(folder, name), 'utf8'),
  async stop() {},
}));

describe('A file of flags', () => {
  it('is replaced as a whole, and nothing else is left in the folder', async () => {
    const first = await file.write('one', undefined);
    const { ino } = await stat(path);
    expect(await file.read()).toEqual(first);
    await file.write('two', first);
    expect(await readFile(path, 'utf8')).toBe('two');
    expect((await stat(path)).ino).not.toBe(ino);
    expect(await readdir(folder)).toEqual(['flags.json']);
  });

  it('can be read by flagd, which is another user', async () => {
    await file.write('one', undefined);
    const { mode } = await stat(path);
    expect((mode % 0o1000).toString(8)).toBe('644');
  });

  it('is not replaced where somebody else changed it since it was read', async () => {
    const first = await file.write('one', undefined);
    await writeFile(path, 'by hand');
    await expect(file.write('two', first)).rejects.toThrow(PlaceChangedError);
    expect(await readFile(path, 'utf8')).toBe('by hand');
    expect(await readdir(folder)).toEqual(['flags.json']);
  });

  it('is read anew where another one was put in its place, also under a write', async () => {
    const first = await file.write('one', undefined);
    const writing = file.write('two', first);
    await writeFile(`${path}.other`, 'by hand');
    // At any moment of the write: before, it is refused; after, it is seen.
    await rename(`${path}.other`, path);
    await writing.catch(() => {});
    expect((await file.read())?.text).toBe(await readFile(path, 'utf8'));
  });

  it('gets over what a crash left behind', async () => {
    await writeFile(join(folder, '.flags.json.new'), 'half of');
    await file.write('one', undefined);
    expect(await readdir(folder)).toEqual(['flags.json']);
  });
});

describe('An error of the file system', () => {
  it.each([
    ['ENOSPC', 'The disk is full'],
    ['EDQUOT', 'The disk quota is used up'],
    ['EROFS', 'The folder /flags is read-only'],
    ['ENOENT', 'The folder /flags does not exist'],
    [
      'EFBIG',
      'The file /flags/flags.json may not become as large as it has to be',
    ],
    ['EMFILE', 'The file /flags/flags.json cannot be used (EMFILE)'],
  ])('%s is said in words', (code, sentence) => {
    const error = Object.assign(new Error('secret'), { code });
    expect(placeErrorOf(error, '/flags/flags.json').message).toBe(sentence);
  });
});
