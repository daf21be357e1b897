import type {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Groups } from './Groups';

/** Who the approvers of a step are; whoever is in a group within an approving group is one of them. */
export class Approvers {
  constructor(
    private readonly parts: {
      userInfo: Pick<UserInfoService, 'getUserInfo'>;
      groups: Pick<Groups, 'membersOf' | 'withParents'>;
    },
  ) {}

  /** For whom a person may answer: the person and their groups, and all that those are part of. */
  async standingFor(
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const { userInfo, groups } = this.parts;
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    return groups.withParents(ownershipEntityRefs);
  }

  /**
   * Whether somebody else than this person could say yes. Where the catalog cannot be asked, that is taken for granted:
   * a request that nobody answers does no harm.
   */
  async hasOther(approvers: readonly string[], person: string) {
    if (approvers.some(ref => isPerson(ref) && ref !== person)) return true;
    const groups = approvers.filter(ref => !isPerson(ref));
    if (groups.length === 0) return false;
    const members = await this.parts.groups.membersOf(groups);
    return members === undefined || members.some(member => member !== person);
  }
}

function isPerson(ref: string) {
  return ref.startsWith('user:');
}
