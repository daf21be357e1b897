import { StringDecoder } from 'node:string_decoder';

/**
 * Lines of a stream of UTF-8 bytes as they come, without their ends. A line
 * longer than `longest` characters comes in pieces, so that no sender can fill the memory.
 */
export async function* readLines(
  stream: AsyncIterable<Buffer>,
  longest: number,
): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of stream) {
    rest += decoder.write(chunk);
    let from = 0;
    for (
      let end = rest.indexOf('\n', from);
      end !== -1;
      end = rest.indexOf('\n', from)
    ) {
      yield* pieces(rest.slice(from, end).replace(/\r$/, ''), longest);
      from = end + 1;
    }
    rest = rest.slice(from);
    while (rest.length > longest) {
      yield rest.slice(0, longest);
      rest = rest.slice(longest);
    }
  }
  rest += decoder.end();
  if (rest) yield rest;
}

function* pieces(line: string, longest: number): Generator<string> {
  if (line.length <= longest) {
    yield line;
    return;
  }
  for (let from = 0; from < line.length; from += longest) {
    yield line.slice(from, from + longest);
  }
}
