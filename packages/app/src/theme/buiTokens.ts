import type { Palette } from './palette';

/** The tokens of Backstage UI that follow from a palette, by name without the `--bui-` in front. */
export function buiTokens(palette: Palette): Record<string, string> {
  const [first, second, third, fourth] = palette.surfaces;
  return {
    'font-regular':
      "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
    ring: palette.ring,
    'bg-app': palette.app,
    'bg-neutral-1': first,
    'bg-neutral-2': second,
    'bg-neutral-3': third,
    'bg-neutral-4': fourth,
    'fg-primary': palette.text,
    'fg-secondary': palette.textSubtle,
    'fg-disabled': palette.textDisabled,
    'fg-positive': palette.positive,
    'fg-negative': palette.negative,
    'fg-warning': palette.warning,
    'fg-announcement': palette.info,
    'fg-success': palette.positive,
    'fg-danger': palette.negative,
    'fg-info': palette.info,
    'border-1': palette.border,
    'border-2': palette.borderStrong,
    'accent-bg': palette.accent,
    'accent-bg-hover': palette.accentHover,
    'accent-bg-disabled': palette.accentDisabled,
    'accent-fg': palette.onAccent,
    'accent-fg-disabled': palette.onAccentDisabled,
    'bg-solid': palette.accent,
    'bg-solid-hover': palette.accentHover,
    'bg-solid-pressed': palette.accentHover,
    'bg-solid-disabled': palette.accentDisabled,
    'fg-solid': palette.onAccent,
    'fg-solid-disabled': palette.onAccentDisabled,
  };
}

/**
 * A style sheet that gives Backstage UI the colours of a palette wherever its
 * mode is shown, be it the page or a toast, which is light on a dark page.
 */
export function buiStyleSheet(palette: Palette): string {
  const mode = `[data-theme-mode='${palette.mode}']`;
  return [
    rule(mode, buiTokens(palette), '--bui-'),
    rule(
      `${mode} .bui-Button[data-variant='primary'][data-destructive='true']`,
      dangerTokens(palette),
      '--',
    ),
  ].join('\n');
}

/** Backstage UI keeps the colours of a dangerous button in the button, without tokens of the theme. */
function dangerTokens(palette: Palette): Record<string, string> {
  return {
    'bg-solid-danger': palette.danger,
    'bg-solid-danger-hover': palette.dangerHover,
    'bg-solid-danger-pressed': palette.dangerHover,
    'fg-solid-danger': palette.onDanger,
  };
}

function rule(
  selector: string,
  tokens: Record<string, string>,
  prefix: string,
): string {
  const declarations = Object.entries(tokens).map(
    ([name, value]) => `${prefix}${name}: ${value};`,
  );
  return `${selector} { ${declarations.join(' ')} }`;
}
