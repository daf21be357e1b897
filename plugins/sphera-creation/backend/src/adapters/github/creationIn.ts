import { CREATION_ANNOTATION } from '@sphera/plugin-creation-common';
import { parseAllDocuments } from 'yaml';

/** Id of the creation that a catalog-info.yaml names; `undefined` where it names none, or is no YAML. */
export function creationIn(text: string): string | undefined {
  for (const document of parseAllDocuments(text)) {
    if (!('errors' in document) || document.errors.length > 0) continue;
    const id = document.getIn(['metadata', 'annotations', CREATION_ANNOTATION]);
    if (typeof id === 'string') return id;
  }
  return undefined;
}
