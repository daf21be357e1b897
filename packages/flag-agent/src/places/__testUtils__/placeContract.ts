// A suite that several test files run: it is a test file only to the linter.
/* eslint-disable jest/no-export */
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { PlaceChangedError, type FlagPlace } from '../FlagPlace';

/** A place with nothing in it yet, and what a test may do to it behind the agent's back. */
export interface PlaceUnderTest {
  place: FlagPlace;
  /** Somebody else puts this there. */
  putByHand(text: string): Promise<void>;
  /** What was kept beside it under this name. */
  readAside(name: string): Promise<string | undefined>;
  stop(): Promise<void>;
}

const AT = new Date('2026-11-24T12:00:00Z');

/** What each place of flags promises, whatever it is: one suite for all. */
export function describePlace(
  name: string,
  open: () => Promise<PlaceUnderTest>,
): void {
  describe(`${name}`, () => {
    let under: PlaceUnderTest;
    let place: FlagPlace;
    beforeEach(async () => {
      under = await open();
      place = under.place;
    });
    afterEach(async () => under?.stop());

    it('has nothing in it before it was written', async () => {
      expect(await place.read()).toBeUndefined();
    });

    it('gives back what was written, and then what was written over it', async () => {
      const first = await place.write('{"flags":{}}', undefined);
      expect(await place.read()).toEqual(first);
      const second = await place.write('{"flags":{"ä€😀":{}}}\n', first);
      expect(second.text).toBe('{"flags":{"ä€😀":{}}}\n');
      expect(second.version).not.toBe(first.version);
      expect(await place.read()).toEqual(second);
    });

    it('is not written over somebody else’s change', async () => {
      const first = await place.write('one', undefined);
      await under.putByHand('by hand');
      await expect(place.write('two', first)).rejects.toThrow(
        PlaceChangedError,
      );
      const found = await place.read();
      expect(found?.text).toBe('by hand');
      expect(await place.write('two', found)).toEqual(await place.read());
    });

    it('is not written over what somebody made meanwhile', async () => {
      await under.putByHand('by hand');
      await expect(place.write('one', undefined)).rejects.toThrow(
        PlaceChangedError,
      );
      expect((await place.read())?.text).toBe('by hand');
    });

    it('keeps what is of no use beside it, and stays as it is', async () => {
      await place.write('{', undefined);
      const aside = await place.setAside('{', AT);
      expect(aside).toBe('flags.json.broken-2026-11-24T12-00-00Z');
      expect(await under.readAside(aside)).toBe('{');
      const found = await place.read();
      expect(found?.text).toBe('{');
      await place.write('{"flags":{}}', found);
    });

    it('tells when somebody changes it', async () => {
      await place.write('one', undefined);
      let seen: string | undefined;
      const watching = place.watch(() => {
        void place.read().then(
          kept => (seen = kept?.text),
          // The place of a test that is over.
          () => {},
        );
      });
      await under.putByHand('by hand');
      await eventually(() => expect(seen).toBe('by hand'));
      await watching.stop();
    });

    it('takes as many bytes as it says it can', async () => {
      const bytes = place.maxBytes ?? 2_000_000;
      const text = `{"flags":{}}${'"'.repeat(bytes - 12)}`;
      const kept = await place.write(text, undefined);
      expect(kept.text).toHaveLength(bytes);
      expect((await place.read())?.text).toBe(text);
    });
  });
}
