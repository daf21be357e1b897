import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages and dialogs are drawn here, also on machines that are busy.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

// jsdom has no screen: a desk's, which does not scroll, unless a test says otherwise before it draws.
Object.assign(window, { innerWidth: 1440, scrollTo() {} });
window.matchMedia = query => {
  const [, from] = /min-width: (\d+)px/.exec(query) ?? [];
  return {
    matches: from !== undefined && window.innerWidth >= Number(from),
    media: query,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
  } as unknown as MediaQueryList;
};
