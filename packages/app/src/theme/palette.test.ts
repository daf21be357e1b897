import { darkPalette, lightPalette, night } from './palette';

/** Contrast of two colours after WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map(start => parseInt(colour.slice(start, start + 2), 16) / 255)
    .map(part =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each([lightPalette, darkPalette])('the $mode palette', palette => {
  it.each([
    'text',
    'textSubtle',
    'link',
    'positive',
    'negative',
    'warning',
    'info',
  ] as const)('keeps %s readable on every surface', name => {
    for (const surface of [palette.app, ...palette.surfaces]) {
      expect(contrast(palette[name], surface)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keeps the text on a button readable', () => {
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThan(4.5);
    expect(contrast(palette.onAccent, palette.accentHover)).toBeGreaterThan(
      4.5,
    );
    expect(contrast(palette.onDanger, palette.danger)).toBeGreaterThan(4.5);
    expect(contrast(palette.onDanger, palette.dangerHover)).toBeGreaterThan(
      4.5,
    );
  });

  it('keeps borders of controls and the focus ring visible', () => {
    for (const line of [palette.borderStrong, palette.ring]) {
      expect(contrast(line, palette.surfaces[0])).toBeGreaterThanOrEqual(3);
    }
  });
});

it('keeps the navigation readable, also under the pointer', () => {
  expect(contrast(night.text, night.background)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(night.text, night.hover)).toBeGreaterThanOrEqual(4.5);
});
