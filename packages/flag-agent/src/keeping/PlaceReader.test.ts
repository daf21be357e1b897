import { PlaceOfTest } from '../__testUtils__/PlaceOfTest';
import { StandingClock } from '../__testUtils__/StandingClock';
import { HalfWrittenError, PlaceReader } from './PlaceReader';

const WHOLE = '{"flags":{"one":{"state":"ENABLED"}}}';
let clock: StandingClock;
let place: PlaceOfTest;
let reader: PlaceReader;
beforeEach(() => {
  clock = new StandingClock();
  place = new PlaceOfTest();
  reader = new PlaceReader(place, clock);
});

const put = async (text: string) => place.write(text, place.kept);

describe('A place that is read', () => {
  it('may be just being written: for two seconds nothing is said of it', async () => {
    await put(WHOLE.slice(0, 20));
    await expect(reader.read()).rejects.toThrow(HalfWrittenError);
    clock.goOn(1_999);
    await expect(reader.read()).rejects.toThrow(HalfWrittenError);
    await put(WHOLE);
    expect([...(await reader.read()).document.flags.keys()]).toEqual(['one']);
  });

  it('is broken when it stays so', async () => {
    await put(WHOLE.slice(0, 20));
    await expect(reader.read()).rejects.toThrow(HalfWrittenError);
    clock.goOn(2_000);
    expect(await reader.read()).toMatchObject({
      isLost: true,
      broken: 'What is in the place of the test are no flags: it is no JSON',
    });
  });

  it('counts the two seconds anew when it changes', async () => {
    await put('{');
    await expect(reader.read()).rejects.toThrow(HalfWrittenError);
    clock.goOn(2_000);
    await put('{"');
    await expect(reader.read()).rejects.toThrow(HalfWrittenError);
  });

  it.each([
    ['[]', 'it is no JSON object'],
    ['null', 'it is no JSON object'],
    ['{"flags":[]}', 'its "flags" are no object'],
  ])('is broken where it says %s', async (text, reason) => {
    await put(text);
    await expect(reader.read()).rejects.toThrow(reason);
  });

  it('is lost and not broken when nothing is in it', async () => {
    await put(' \n');
    await expect(reader.read()).rejects.toThrow(HalfWrittenError);
    clock.goOn(2_000);
    const found = await reader.read();
    expect(found).toMatchObject({ isLost: true });
    expect(found).not.toHaveProperty('broken');
  });

  it('has no flags where there is nothing', async () => {
    expect(await reader.read()).toMatchObject({
      kept: undefined,
      isLost: true,
    });
  });
});
