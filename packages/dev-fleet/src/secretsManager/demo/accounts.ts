import type { AwsAccount } from '../../aws/Accounts';

/** Where the demo company keeps its secrets; the portal's configuration says the same. */
export const demoAccounts = {
  staging: '111111111111',
  production: '222222222222',
} as const;

export type DemoEnvironment = keyof typeof demoAccounts;

export const demoEnvironments: DemoEnvironment[] = ['staging', 'production'];

export const demoRegions = ['eu-central-1', 'us-east-1', 'ap-southeast-2'];

/** The portal's own account, from which it assumes a role in the others. */
export const demoAwsAccounts: AwsAccount[] = [
  { account: '333333333333', accessKeyId: 'sphera-portal-on-a-laptop' },
  ...demoEnvironments.map(environment => ({
    account: demoAccounts[environment],
    roles: ['sphera-secrets'],
  })),
];
