import type { Flag } from '@sphera/plugin-flags-common';
import { mostWanted } from '../startingPoint';
import type { DefinitionDraft } from './DefinitionDraft';
import { draftOf } from './draftOf';
import { readyMade } from './readyMade';

/** What the form of a flag begins with: what most of its clusters are to have. */
export function firstDraft(flag: Flag): DefinitionDraft {
  const definition = mostWanted(flag);
  return definition ? draftOf(definition, flag.type) : readyMade(flag.type);
}
