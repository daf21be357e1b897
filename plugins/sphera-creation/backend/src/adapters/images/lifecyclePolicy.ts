const UNTAGGED_DAYS = 7;

/** Rules in AWS's own form: the newest images stay, and those without a tag for a week. */
export const lifecyclePolicy = (keep: number): string =>
  JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        description: `Images without a tag go after ${UNTAGGED_DAYS} days`,
        selection: {
          tagStatus: 'untagged',
          countType: 'sinceImagePushed',
          countUnit: 'days',
          countNumber: UNTAGGED_DAYS,
        },
        action: { type: 'expire' },
      },
      {
        rulePriority: 2,
        description: `The newest ${keep} images stay`,
        selection: {
          tagStatus: 'any',
          countType: 'imageCountMoreThan',
          countNumber: keep,
        },
        action: { type: 'expire' },
      },
    ],
  });
