import type { FlagDefinition } from '@sphera/plugin-flags-common';
import type { KeptCell } from '../../storage/Kept';
import { Pool } from './Pool';

/** Makes cells small: what is alike in many of them is there once. */
export class SharedCells {
  private readonly texts = new Pool<string>();
  private readonly definitions = new Pool<FlagDefinition>();

  /** The same cell, in less room. */
  shared(cell: KeptCell): KeptCell {
    const { wanted, reported } = cell;
    return {
      ...cell,
      flag: this.text(cell.flag),
      cluster: this.text(cell.cluster),
      ...(wanted && {
        wanted: {
          ...wanted,
          change: this.text(wanted.change),
          fingerprint: this.textOrNull(wanted.fingerprint),
          definition:
            wanted.definition &&
            this.definition(wanted.fingerprint, wanted.definition),
        },
      }),
      ...(reported && {
        reported: {
          ...reported,
          fingerprint: this.textOrNull(reported.fingerprint),
          ...(reported.definition && {
            definition: this.definition(
              reported.fingerprint,
              reported.definition,
            ),
          }),
        },
      }),
    };
  }

  private text(one: string): string {
    return this.texts.one(one, one);
  }

  private textOrNull(one: string | null): string | null {
    return one === null ? null : this.text(one);
  }

  private definition(
    fingerprint: string | null,
    one: FlagDefinition,
  ): FlagDefinition {
    return fingerprint === null ? one : this.definitions.one(fingerprint, one);
  }
}
