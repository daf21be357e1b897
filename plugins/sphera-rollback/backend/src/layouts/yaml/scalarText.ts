import { isCollection, isMap, isScalar, isSeq, type Node, Scalar } from 'yaml';
import { SpotError } from '../../errors';
import { perhapsUnder, type Spot } from './walking';

/** A scalar with where it stands in the text. */
export type ParsedScalar = Scalar.Parsed;

const DECIMAL = /^\d+\.\d+$/;
const TEXT_TAGS = [undefined, '!', 'tag:yaml.org,2002:str'];

/**
 * The scalar at a spot, and what it says to the tools that read the file.
 * @throws SpotError where there is none, or where tools disagree about what it says
 */
export function scalarText({ node, place }: Spot): {
  scalar: ParsedScalar;
  text: string;
} {
  if (isTemplate(node)) throw templated(place);
  if (!isScalar(node) || isCollection(node)) {
    throw new SpotError(`${place} must be a text, and is ${kindOf(node)}`);
  }
  const scalar = node as ParsedScalar;
  const text = said(scalar);
  if (!TEXT_TAGS.includes(scalar.tag)) {
    throw new SpotError(
      `${place} has a tag of its own (${scalar.tag}); it must be a text without one`,
    );
  }
  if (text === undefined) {
    throw new SpotError(
      `${place} is no text for YAML, but a number or a word of its own; it must stand in quotes`,
    );
  }
  if (text.includes('{{')) throw templated(place);
  if (!text) throw new SpotError(`${place} is empty; it must name a version`);
  return { scalar, text };
}

/** The text under a key of a map; `undefined` where there is none that can be read. */
export function textUnder(spot: Spot, key: string): string | undefined {
  const there = perhapsUnder(spot, key);
  return there && readable(there);
}

/** The text at a spot; `undefined` where there is none that can be read. */
export function readable(spot: Spot): string | undefined {
  const { node } = spot;
  return isScalar(node) ? said(node as ParsedScalar) : undefined;
}

function said({ value, source, type }: ParsedScalar): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  const written = String(value);
  // Without quotes 1.10 is the number 1.1: Helm deploys that, and so it runs.
  if (written === source || DECIMAL.test(source)) return written;
  // Too large for a number, like the hash 12e4567: tools take it as it stands.
  const isHuge = value === Infinity && type === Scalar.PLAIN;
  return isHuge && /^\d/.test(source) ? source : undefined;
}

// {{ .Values.tag }} is, for YAML, a map whose key is a map.
function isTemplate(node: Node): boolean {
  if (!isMap(node) || !node.flow) return false;
  const [first] = node.items;
  return isMap(first?.key) && Boolean(first.key.flow);
}

function templated(place: string): SpotError {
  return new SpotError(
    `${place} is a template ({{ }}); it must be the version itself`,
  );
}

function kindOf(node: Node): string {
  return isSeq(node) ? 'a list' : 'a map';
}
