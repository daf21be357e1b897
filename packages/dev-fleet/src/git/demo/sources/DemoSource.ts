import type { DemoService } from '../../../kubernetes/demo/services';

/** A service of the demo company as its own repository has it. */
export interface DemoSource {
  service: DemoService;
  /** `kestrel-parcels/quotes`, as its annotation says. */
  repository: string;
  /** `Quotes` */
  title: string;
  /** What it is for, in half a sentence. */
  description: string;
  language: Language;
  /** Its `catalog-info.yaml`. */
  catalogText: string;
}

/** Languages of the demo company, as tags of the catalog name them. */
export const LANGUAGES = ['go', 'kotlin', 'java', 'python', 'react'] as const;

export type Language = (typeof LANGUAGES)[number];
