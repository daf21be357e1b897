import type { View } from './question';

/** What a view is called, and what it is good news about when it is empty. */
export const VIEW_WORDS: Record<
  View,
  { title: string; nothing: string; because: string }
> = {
  drift: {
    title: 'Drift',
    nothing: 'Nothing drifts',
    because:
      'In each environment all regions have the same secrets with the same values.',
  },
  'not-to-standard': {
    title: 'Not to standard',
    nothing: 'All secrets are to the standard',
    because: 'Names, tags and encryption keys are as they should be.',
  },
  overdue: {
    title: 'Rotation overdue',
    nothing: 'No rotation is overdue',
    because: 'No secret is past the date by which it should be replaced.',
  },
  old: {
    title: 'Old',
    nothing: 'No secret is old',
    because: 'All were changed within the time that the platform team set.',
  },
  'never-read': {
    title: 'Never read',
    nothing: 'All secrets are in use',
    because: 'All were read within the time that the platform team set.',
  },
  unowned: {
    title: 'Of no service',
    nothing: 'Every secret has a service',
    because: 'No secret was found that no service of the catalog owns.',
  },
};
