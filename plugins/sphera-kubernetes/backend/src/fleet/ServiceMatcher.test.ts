import { ServiceMatcher } from './ServiceMatcher';

const service = (name: string, changes: object = {}) => ({
  ref: `component:default/${name}`,
  name,
  annotations: {},
  ...changes,
});
const withId = (name: string, id: string, more: object = {}) =>
  service(name, { annotations: { 'backstage.io/kubernetes-id': id, ...more } });
const matcher = new ServiceMatcher([
  withId('quotes', 'quotes'),
  service('labels', { system: 'system:default/printing' }),
  service('chosen', {
    annotations: {
      'backstage.io/kubernetes-id': 'quotes',
      'backstage.io/kubernetes-label-selector': 'app=chosen,tier in (api, web)',
    },
  }),
  withId('narrow', 'narrow', {
    'backstage.io/kubernetes-namespace': 'booking',
  }),
  service('unreadable', {
    annotations: { 'backstage.io/kubernetes-label-selector': 'a=b=c' },
  }),
]);
const serviceOf = (
  labels: Record<string, string>,
  { podLabels = {}, namespace = 'default' } = {},
) =>
  matcher
    .serviceOf({ labels, podLabels, namespace })
    ?.replace('component:default/', '');
const id = (name: string) => ({ 'backstage.io/kubernetes-id': name });
const app = (name: string, more = {}) => ({
  'app.kubernetes.io/name': name,
  ...more,
});

describe('whose a deployment is', () => {
  it.each([
    ['the label kubernetes-id', serviceOf(id('quotes')), 'quotes'],
    [
      'that label of its pods',
      serviceOf({}, { podLabels: id('quotes') }),
      'quotes',
    ],
    ['the recommended label', serviceOf(app('quotes')), 'quotes'],
    ['the name of the entity', serviceOf(app('labels')), 'labels'],
    [
      'that, in the right system',
      serviceOf(app('labels', { 'app.kubernetes.io/part-of': 'printing' })),
      'labels',
    ],
    ['a selector', serviceOf({ app: 'chosen', tier: 'web' }), 'chosen'],
    [
      'a selector before all else',
      serviceOf({ app: 'chosen', tier: 'web', ...id('quotes') }),
      'chosen',
    ],
    [
      'the label, in the right namespace',
      serviceOf(id('narrow'), { namespace: 'booking' }),
      'narrow',
    ],
  ])('is known by %s', (_how, found, expected) => {
    expect(found).toBe(expected);
  });

  it.each([
    ['it has no labels', serviceOf({})],
    ['no service has that id', serviceOf(id('ghost'))],
    ['its namespace is another', serviceOf(id('narrow'))],
    [
      'it is part of another system',
      serviceOf(app('labels', { 'app.kubernetes.io/part-of': 'other' })),
    ],
    ['its id says otherwise', serviceOf({ ...id('ghost'), ...app('quotes') })],
    ['the selector fits in part', serviceOf({ app: 'chosen', tier: 'db' })],
    ['the selector cannot be read', serviceOf(app('unreadable'))],
  ])("is nobody's where %s", (_why, found) => {
    expect(found).toBeUndefined();
  });
});
