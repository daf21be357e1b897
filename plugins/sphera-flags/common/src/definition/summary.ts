import type { FlagDefinition } from './FlagDefinition';

/** What a definition comes to, in few words, for a cell of a table. */
export interface DefinitionSummary {
  /** `variant`: everybody the same; `split`: by percentage; `rules`: it depends on who asks. */
  kind: 'variant' | 'split' | 'rules' | 'disabled';
  /** `on`, `25 % on`, `rules`, `disabled` */
  text: string;
  /** Whether everybody gets the same variant and it is a boolean: which. */
  isOn?: boolean;
}

/** Says what a definition comes to. */
export function summaryOf(_definition: FlagDefinition): DefinitionSummary {
  throw new Error('not written yet');
}
