/** The colours of one mode; the look of Backstage UI and of Material UI both come from them. */
export interface Palette {
  mode: 'light' | 'dark';
  /** Behind everything. */
  app: string;
  /** Cards and panels, each lying on the one before it. */
  surfaces: [string, string, string, string];
  text: string;
  textSubtle: string;
  textDisabled: string;
  border: string;
  borderStrong: string;
  /** What a person is meant to press, and the text on it. */
  accent: string;
  accentHover: string;
  accentDisabled: string;
  onAccent: string;
  onAccentDisabled: string;
  /** What is to be pressed with care, and the text on it. */
  danger: string;
  dangerHover: string;
  onDanger: string;
  link: string;
  ring: string;
  positive: string;
  negative: string;
  warning: string;
  info: string;
}

/** The night sky behind the navigation and the sign-in page, the same in both modes. */
export const night = {
  background: '#11162a',
  hover: '#1f2743',
  text: '#b4bdd8',
  textSelected: '#ffffff',
  indicator: '#5eead4',
};

export const lightPalette: Palette = {
  mode: 'light',
  app: '#f4f5fa',
  surfaces: ['#ffffff', '#f5f6fb', '#ffffff', '#f5f6fb'],
  text: '#151a2d',
  textSubtle: '#5a627c',
  textDisabled: '#a3a9bd',
  border: '#e0e3ee',
  borderStrong: '#7b839d',
  accent: '#4349c9',
  accentHover: '#3236a6',
  accentDisabled: '#b9bcec',
  onAccent: '#ffffff',
  onAccentDisabled: '#f0f1ff',
  danger: '#d01f2f',
  dangerHover: '#ad1826',
  onDanger: '#ffffff',
  link: '#4046c4',
  ring: '#4349c9',
  positive: '#0f7a43',
  negative: '#c42237',
  warning: '#955800',
  info: '#1f62c9',
};

export const darkPalette: Palette = {
  mode: 'dark',
  app: '#0c101e',
  surfaces: ['#151a2c', '#1d2439', '#262e46', '#303954'],
  text: '#eef0f8',
  textSubtle: '#a6afca',
  textDisabled: '#69728e',
  border: '#2b334c',
  borderStrong: '#6b7594',
  accent: '#a3adff',
  accentHover: '#bcc4ff',
  accentDisabled: '#3a4170',
  onAccent: '#10142a',
  onAccentDisabled: '#858db8',
  danger: '#d3303f',
  dangerHover: '#b82533',
  onDanger: '#ffffff',
  link: '#a3adff',
  ring: '#a3adff',
  positive: '#4cd58c',
  negative: '#ff8390',
  warning: '#f5b04c',
  info: '#7cb4ff',
};
