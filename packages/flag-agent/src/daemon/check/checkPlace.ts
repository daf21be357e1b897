import { FlagsDocument } from '../../document/FlagsDocument';
import type { FlagPlace } from '../../places/FlagPlace';
import type { Finding } from './Finding';

/** Whether the place can be read and written: what is there is written once more. */
export async function checkPlace(
  place: FlagPlace,
): Promise<Finding & { flags: number }> {
  try {
    const kept = await place.read();
    const document = kept ? FlagsDocument.read(kept.text) : FlagsDocument.empty;
    await place.write(kept?.text ?? document.text(), kept);
    const flags = document.flags.size;
    const sentence = `${place.name} can be written and holds ${flags} flags`;
    return { isGood: true, sentence, flags };
  } catch (error) {
    const { message } = error as Error;
    const sentence = `${place.name} cannot be used: ${message}`;
    return { isGood: false, sentence, flags: 0 };
  }
}
