import { labelKeys } from './labelKeys';

const service = (name: string, annotations: Record<string, string> = {}) => ({
  ref: `component:default/${name}`,
  name,
  annotations: Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => [
      `backstage.io/kubernetes-${key}`,
      value,
    ]),
  ),
});

const keys = labelKeys([
  service('plain'),
  service('annotated', { id: 'other-name' }),
  service('selecting', { id: 'selecting', 'label-selector': 'team=shop' }),
  service('narrowed', { id: 'narrowed', namespace: 'shop' }),
]);

describe('the labels by which a cluster recognizes a service', () => {
  it.each([
    ['plain', ['app-name.plain']],
    ['annotated', ['kubernetes-id.other-name', 'app-name.other-name']],
    ['selecting', []],
    ['narrowed', []],
    [
      'not-in-the-catalog',
      ['kubernetes-id.not-in-the-catalog', 'app-name.not-in-the-catalog'],
    ],
  ])('%s: %j', (name, expected) => {
    expect(keys(`component:default/${name}`)).toEqual(expected);
  });

  it('are those of one service where two claim them', () => {
    const both = labelKeys([
      { ...service('quotes'), ref: 'component:default/quotes' },
      { ...service('quotes'), ref: 'component:old/quotes' },
    ]);
    expect(both('component:default/quotes')).toEqual(['app-name.quotes']);
    expect(both('component:old/quotes')).toEqual([]);
  });
});
