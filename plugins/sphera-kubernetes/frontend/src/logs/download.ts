import { LogContents } from './logContents';

/** Hands the lines that are kept to the browser, as a text file. */
export function downloadLog(contents: LogContents, fileName: string) {
  const text = contents.chunks
    .flatMap(({ lines }) => lines)
    .map(({ at, text: words }) => (at ? `${at} ${words}\n` : `${words}\n`));
  const url = URL.createObjectURL(new Blob(text, { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
