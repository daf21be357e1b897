import { type Document, LineCounter, parseAllDocuments } from 'yaml';
import { SpotError } from '../../errors';

/** One document of a file, with where each of its parts stands in the text. */
export type ParsedDocument = Document.Parsed;

/**
 * The documents of a YAML file that hold anything.
 * @throws SpotError where it is empty or no YAML; the sentence has the line, and nothing that stands there
 */
export function parseDocuments(text: string): ParsedDocument[] {
  const lines = new LineCounter();
  const documents = parsed(text, lines).filter(
    document => document.contents !== null || document.errors.length > 0,
  );
  const [error] = documents.flatMap(document => document.errors);
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw notYaml(text, ` at line ${line}, column ${col}`);
  }
  if (documents.length === 0) throw new SpotError('the file is empty');
  return documents;
}

function parsed(text: string, lineCounter: LineCounter): ParsedDocument[] {
  try {
    // What stands twice is complained of where it matters: the tools that read the file take it elsewhere.
    return parseAllDocuments(text, {
      lineCounter,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
  } catch {
    throw notYaml(text, '');
  }
}

function notYaml(text: string, where: string): SpotError {
  return new SpotError(
    text.includes('{{')
      ? `the file is a template, and no YAML${where}; a layout must name a file without {{ }}`
      : `the file is not valid YAML${where}`,
  );
}
