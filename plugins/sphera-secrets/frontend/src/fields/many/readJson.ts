import { Node, ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { lineAt, ManyText } from './ManyText';

const KINDS: Record<Node['type'], string> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  object: 'an object',
  array: 'a list',
  property: 'a field',
};

/** Reads a JSON object whose fields are names and whose values are strings. */
export function readJson(text: string): ManyText {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, {
    disallowComments: true,
    allowTrailingComma: false,
  });
  const [error] = errors;
  if (error) {
    const line = lineAt(text, error.offset);
    return {
      entries: [],
      problems: [{ line, message: `is not JSON: ${inWords(error)}` }],
    };
  }
  if (tree?.type !== 'object') {
    const message = 'must begin an object, like {"database-password": "…"}';
    return { entries: [], problems: [{ line: 1, message }] };
  }
  const found: ManyText = { entries: [], problems: [] };
  for (const { children: [key, value] = [], offset } of tree.children ?? []) {
    const line = lineAt(text, offset);
    if (value.type === 'string') {
      found.entries.push({ key: key.value, value: value.value, line });
    } else {
      const message = `${key.value} is ${
        KINDS[value.type]
      }: a value is a string, in quotation marks`;
      found.problems.push({ line, message });
    }
  }
  return found;
}

// `CommaExpected` → `comma expected`.
function inWords({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
