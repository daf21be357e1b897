import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';

/** The people of a test. @param teams - entity ref of the team of each, by that of the person */
export function peopleOf(teams: Record<string, string>) {
  return createServiceFactory({
    service: coreServices.userInfo,
    deps: { auth: coreServices.auth },
    factory: ({ auth }) => ({
      async getUserInfo(credentials) {
        if (!auth.isPrincipal(credentials, 'user')) {
          throw new Error('Only people have user info');
        }
        const { userEntityRef } = credentials.principal;
        const ownershipEntityRefs = [userEntityRef, teams[userEntityRef]];
        return { userEntityRef, ownershipEntityRefs };
      },
    }),
  });
}
