import { gitOutput } from './runGit';

/** The texts of files at a commit, in one go; `undefined` for each that is not there. */
export async function readFiles(
  folder: string,
  commit: string,
  paths: string[],
): Promise<Array<string | undefined>> {
  const output = await gitOutput(folder, ['cat-file', '--batch'], {
    input: paths.map(path => `${commit}:${path}\n`).join(''),
  });
  let position = 0;
  return paths.map(() => {
    const end = output.indexOf('\n', position);
    const head = output.subarray(position, end).toString();
    position = end + 1;
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(head) ?? [];
    if (size === undefined) return undefined;
    const text = output.subarray(position, position + Number(size));
    position += Number(size) + 1;
    return text.toString();
  });
}
