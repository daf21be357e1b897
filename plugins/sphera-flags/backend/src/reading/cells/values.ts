import { type FlagDefinition, summaryOf } from '@sphera/plugin-flags-common';
import type { KeptCell } from '../../storage/Kept';

/** What a cell comes to in few words. */
export interface CellValue {
  text: string;
  isOn?: boolean;
}

const known = new WeakMap<
  FlagDefinition,
  { value: CellValue; isForEverybody: boolean }
>();

/** Worked out once for each definition that is held. */
function knownOf(definition: FlagDefinition) {
  let one = known.get(definition);
  if (!one) {
    const { kind, text, isOn } = summaryOf(definition);
    const value = { text, ...(isOn !== undefined && { isOn }) };
    one = { value, isForEverybody: kind === 'variant' };
    known.set(definition, one);
  }
  return one;
}

/** What a definition comes to. */
export const valueOf = (definition: FlagDefinition): CellValue =>
  knownOf(definition).value;

/** Whether everybody gets the same, whoever asks. */
export const isForEverybody = (definition: FlagDefinition): boolean =>
  knownOf(definition).isForEverybody;

/** What is wanted. */
export function wantedValue({
  definition,
}: NonNullable<KeptCell['wanted']>): CellValue {
  return definition ? valueOf(definition) : { text: 'removed' };
}

/** What a cluster has; null: nothing; `undefined`: that is not known. */
export function reportedDefinition({
  wanted,
  reported,
}: KeptCell): FlagDefinition | null | undefined {
  if (!reported || reported.fingerprint === null) return reported && null;
  if (wanted?.fingerprint === reported.fingerprint) return wanted.definition;
  return reported.definition;
}

/** What a cluster has, in few words; by its revision where no more is known. */
export function reportedValue(cell: KeptCell): CellValue | undefined {
  if (!cell.reported) return undefined;
  const definition = reportedDefinition(cell);
  if (definition === null) return { text: 'not there' };
  if (definition) return valueOf(definition);
  const { revision } = cell.reported;
  return {
    text: revision === null ? 'something else' : `revision ${revision}`,
  };
}
