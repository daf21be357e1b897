/** The newest lines that fit into so many bytes of UTF-8, and how many older ones were left out. */
export async function newestLines(
  lines: AsyncIterable<string>,
  bytes: number,
): Promise<{ newest: string[]; leftOut: number }> {
  const newest: string[] = [];
  let size = 0;
  let leftOut = 0;
  for await (const line of lines) {
    newest.push(line);
    size += Buffer.byteLength(line);
    while (size > bytes) {
      size -= Buffer.byteLength(newest.shift()!);
      leftOut += 1;
    }
  }
  return { newest, leftOut };
}
