import {
  createUnifiedTheme,
  genPageTheme,
  palettes,
  shapes,
} from '@backstage/theme';
import { buiTokens } from './buiTokens';
import { night, type Palette } from './palette';

/** The theme of the stock pages that still draw with Material UI. */
export function muiTheme(palette: Palette) {
  return createUnifiedTheme({
    fontFamily: buiTokens(palette)['font-regular'],
    palette: {
      ...palettes[palette.mode],
      primary: { main: palette.accent, contrastText: palette.onAccent },
      secondary: { main: palette.info },
      error: { main: palette.negative },
      warning: { main: palette.warning },
      info: { main: palette.info },
      success: { main: palette.positive },
      background: { default: palette.app, paper: palette.surfaces[0] },
      text: {
        primary: palette.text,
        secondary: palette.textSubtle,
        disabled: palette.textDisabled,
      },
      divider: palette.border,
      grey: { A100: palette.border, A200: palette.borderStrong },
      border: palette.border,
      textContrast: palette.text,
      textSubtle: palette.textSubtle,
      textVerySubtle: palette.textDisabled,
      link: palette.link,
      linkHover: palette.accentHover,
      navigation: {
        background: night.background,
        indicator: night.indicator,
        color: night.text,
        selectedColor: night.textSelected,
        navItem: { hoverBackground: night.hover },
        submenu: { background: night.hover },
      },
      pinSidebarButton: { icon: night.background, background: night.text },
      tabbar: { indicator: palette.accent },
    },
    defaultPageTheme: 'home',
    pageTheme: {
      home: genPageTheme({
        colors: [night.background, night.hover],
        shape: shapes.round,
      }),
    },
    components: {
      MuiTableCell: {
        // Backstage breaks words anywhere, which tears names apart in narrow columns.
        styleOverrides: {
          root: {
            padding: '12px 14px',
            lineHeight: 1.3,
            verticalAlign: 'middle',
            wordBreak: 'normal',
            overflowWrap: 'break-word',
          },
          sizeSmall: { padding: '10px 11px' },
        },
      },
      BackstageSelectInputBase: {
        styleOverrides: {
          input: { border: `1px solid ${palette.borderStrong}` },
        },
      },
      MuiChip: {
        styleOverrides: {
          root: { color: palette.text, backgroundColor: palette.border },
        },
      },
    },
  });
}
