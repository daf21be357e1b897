import { UnifiedThemeProvider } from '@backstage/theme';
import { ThemeBlueprint } from '@backstage/plugin-app-react';
import { RiMoonLine, RiSunLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { buiStyleSheet } from './buiTokens';
import { muiTheme } from './muiTheme';
import { narrowTabs } from './narrowTabs';
import { darkPalette, lightPalette, type Palette } from './palette';

/** Both modes, since Backstage shows its toasts in the other one. */
const styleSheet = [
  ...[lightPalette, darkPalette].map(buiStyleSheet),
  narrowTabs,
].join('\n');

function themeProvider(palette: Palette) {
  const theme = muiTheme(palette);
  return ({ children }: { children?: ReactNode }) => (
    <UnifiedThemeProvider theme={theme} themeName="sphera">
      <style>{styleSheet}</style>
      {children}
    </UnifiedThemeProvider>
  );
}

/** Takes the place of Backstage's own light theme. */
export const lightTheme = ThemeBlueprint.make({
  name: 'light',
  params: {
    theme: {
      id: 'light',
      title: 'Light',
      variant: 'light',
      icon: <RiSunLine size={20} />,
      Provider: themeProvider(lightPalette),
    },
  },
});

/** Takes the place of Backstage's own dark theme. */
export const darkTheme = ThemeBlueprint.make({
  name: 'dark',
  params: {
    theme: {
      id: 'dark',
      title: 'Dark',
      variant: 'dark',
      icon: <RiMoonLine size={20} />,
      Provider: themeProvider(darkPalette),
    },
  },
});
