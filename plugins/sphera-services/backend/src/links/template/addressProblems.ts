import { fieldsOf, fillTemplate } from '@sphera/plugin-fleet-node';
import { KNOWN_FIELDS, linkField } from './linkField';

const BEGINNING = /^https?:\/\/[^/?#]/i;
const HOST = /^https?:\/\/([^/?#]*)/i;

/** What is wrong with the template of an address: one sentence a problem, without a full stop. */
export function addressProblems(template: string): string[] {
  if (!BEGINNING.test(template)) {
    return [
      'must begin with https:// or http:// and a host, like https://example.com/{service}',
    ];
  }
  const [, host] = HOST.exec(template)!;
  if (/[{}]/.test(host)) {
    return [
      `must name its host in full: "${host}" cannot have fields, which may only come after it`,
    ];
  }
  if (host.includes('@')) return ['must not hold credentials'];
  const unknown = fieldsOf(template).filter(field => !linkField(field));
  if (unknown.length > 0) {
    return unknown.map(
      field => `has no field {${field}}; it may contain ${KNOWN_FIELDS}`,
    );
  }
  const bare = fillTemplate(template, {});
  if (/[{}]/.test(bare)) {
    return [
      'has a brace that belongs to no field; where the address itself has one, write %7B or %7D',
    ];
  }
  if (/[\p{Cc}\\]/u.test(bare) || !URL.canParse(bare)) {
    return ['is not an address, like https://example.com/{service}'];
  }
  return [];
}
