import { parseLabelSelector, selects } from './LabelSelector';

const quotes = { app: 'quotes', tier: 'api' };
const matches = (text: string) => {
  const selector = parseLabelSelector(text);
  return selector && selects(selector, quotes);
};

describe('a label selector', () => {
  it.each([
    ['app=quotes', true],
    ['app==quotes', true],
    ['app = quotes , tier=api', true],
    ['app=quotes,tier=web', false],
    ['app!=quotes', false],
    ['team!=booking', true],
    ['tier in (api, web)', true],
    ['tier in (web),app=quotes', false],
    ['tier notin (web)', true],
    ['app', true],
    ['!canary', true],
    ['!app', false],
  ])('reads %s as kubectl does', (text, expected) => {
    expect(matches(text)).toBe(expected);
  });

  it.each(['', 'app=', '=quotes', 'tier in api', 'a=b c', 'app=quotes,'])(
    'is none where it cannot be read: "%s"',
    text => {
      expect(parseLabelSelector(text)).toEqual(
        text === 'app='
          ? [{ key: 'app', operator: 'in', values: [''] }]
          : undefined,
      );
    },
  );
});
