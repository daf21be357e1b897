import type { Clock } from '@sphera/plugin-operations-common';
import { BrokenDocumentError, FlagsDocument } from '../document/FlagsDocument';
import { PlaceError, type FlagPlace, type Kept } from '../places/FlagPlace';

/** What was found in the place. */
export interface Found {
  /** `undefined`: nothing. */
  kept: Kept | undefined;
  document: FlagsDocument;
  /** Nothing was there that could be used. */
  isLost: boolean;
  /** Why what is there are no flags, in one sentence. */
  broken?: string;
}

/** Somebody may be just writing it: to be looked at again soon. */
export class HalfWrittenError extends PlaceError {
  name = 'HalfWrittenError';
}

/** An editor is done with a file after this long. */
const HALF_WRITTEN_MS = 2_000;

/** Reads the place, and tells what somebody broke from what is being written. */
export class PlaceReader {
  private known: { kept: Kept; document: FlagsDocument } | undefined;
  private broken: { version: string; since: number } | undefined;

  constructor(
    private readonly place: FlagPlace,
    private readonly clock: Clock,
  ) {}

  /** @throws PlaceError */
  async read(): Promise<Found> {
    const kept = await this.place.read();
    const lost = { kept, document: FlagsDocument.empty, isLost: true };
    if (!kept) return lost;
    try {
      const document = this.documentOf(kept);
      this.knows(kept, document);
      return { kept, document, isLost: false };
    } catch (error) {
      if (!(error instanceof BrokenDocumentError)) throw error;
      const broken = `What is in ${this.place.name} are no flags: ${error.message}`;
      if (this.isFresh(kept)) throw new HalfWrittenError(broken);
      return { ...lost, ...(kept.text.trim() && { broken }) };
    }
  }

  /** This is what is in the place: it need not be read from its text. */
  knows(kept: Kept, document: FlagsDocument): void {
    this.known = { kept, document };
    this.broken = undefined;
  }

  private documentOf(kept: Kept): FlagsDocument {
    return this.known?.kept.text === kept.text
      ? this.known.document
      : FlagsDocument.read(kept.text);
  }

  private isFresh({ version }: Kept): boolean {
    const now = this.clock.now();
    if (this.broken?.version !== version) {
      this.broken = { version, since: now };
    }
    return now - this.broken.since < HALF_WRITTEN_MS;
  }
}
