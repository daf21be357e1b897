import { findProgram, readyProgram } from './programs.mjs';
import { Stop } from './say.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * @returns {Promise<string>} path of the browser for the browser tests: what SPHERA_BROWSER names, else what the machine has
 * @throws Stop if there is none
 */
export async function readyBrowser() {
  const chosen = process.env.SPHERA_BROWSER;
  if (!chosen) {
    return readyProgram({
      names,
      debianPackages: ['chromium'],
      what: 'browser for the browser tests',
      otherwise:
        'install Chromium or Chrome (on Debian "apt-get install chromium"), or name one in SPHERA_BROWSER.',
    });
  }
  const found = findProgram([chosen]);
  if (!found) {
    throw new Stop(
      `SPHERA_BROWSER names "${chosen}", which is no program on this machine.`,
    );
  }
  return found;
}
