/** Pages by how often people go there; pages that are not named follow by title. */
export const mostUsed = [
  'page:sphera-services',
  'page:sphera-lifecycle',
  'page:sphera-kubernetes',
  'page:sphera-rollback',
  'page:sphera-secrets',
  'page:sphera-flags',
  'page:sphera-locks',
  'page:scaffolder',
  'page:catalog',
  'page:api-docs',
  'page:techdocs',
  'page:sphera-audit',
];

/** Pages that the navigation offers in another form than a plain item. */
export const shownElsewhere = ['page:search', 'page:notifications'];
