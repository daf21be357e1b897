import type { Clock } from '../kubernetes/clock';
import { nameSuffix, type Random } from '../kubernetes/random';
import { AwsError } from './AwsError';
import type { Signature } from './signature';

/** An AWS account of a stand-in. */
export interface AwsAccount {
  /** Twelve digits. */
  account: string;
  /** Key of its one user; absent: it is reached through roles only. */
  accessKeyId?: string;
  /** For who reads the options; whoever knows the key's id is let in. */
  secretAccessKey?: string;
  /** Names of roles that every user and every other role may assume. */
  roles?: string[];
}

/** Who calls. */
export interface Caller {
  account: string;
  arn: string;
  userId: string;
}

/** What AssumeRole hands out. */
export interface Session extends Caller {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** The users, roles and temporary sessions of all accounts. */
export class Accounts {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #random: Random;
  readonly #users = new Map<string, Caller>();
  readonly #roles = new Set<string>();
  readonly #sessions = new Map<string, Session>();

  constructor(
    readonly all: readonly AwsAccount[],
    { clock, random }: { clock: Pick<Clock, 'now'>; random: Random },
  ) {
    this.#clock = clock;
    this.#random = random;
    for (const { account, accessKeyId, roles = [] } of all) {
      if (accessKeyId) {
        const arn = `arn:aws:iam::${account}:user/portal`;
        this.#users.set(accessKeyId, { account, arn, userId: accessKeyId });
      }
      for (const role of roles) {
        this.#roles.add(`arn:aws:iam::${account}:role/${role}`);
      }
    }
  }

  /** @throws AwsError where the key is of nobody, or its session is over */
  identify({ accessKeyId, sessionToken }: Signature): Caller {
    const user = this.#users.get(accessKeyId);
    if (user) return user;
    const session = this.#sessions.get(accessKeyId);
    if (!session || session.sessionToken !== sessionToken) {
      throw new AwsError(
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
      );
    }
    if (session.expiresAt <= this.#clock.now()) throw expiredToken();
    return session;
  }

  /** @throws AwsError AccessDenied where there is no such role */
  assumeRole(
    caller: Caller,
    { role, name, seconds }: { role: string; name: string; seconds: number },
  ): Session {
    if (!this.#roles.has(role)) throw roleRefused(caller, role);
    const [, account, roleName] = /::(\d+):role\/(.+)$/.exec(role)!;
    const letters = (length: number) => nameSuffix(this.#random, length);
    const roleId = `DEMOROLE${roleName}`;
    const session = {
      account,
      arn: `arn:aws:sts::${account}:assumed-role/${roleName}/${name}`,
      userId: `${roleId}:${name}`,
      accessKeyId: `DEMOSESSION${letters(9).toUpperCase()}`,
      secretAccessKey: letters(40),
      sessionToken: letters(64),
      expiresAt: this.#clock.now() + seconds * 1_000,
    };
    this.#sessions.set(session.accessKeyId, session);
    return session;
  }

  /** Ends the sessions that were handed out; later ones are good. Without an account: of all. */
  endSessions(account?: string): void {
    for (const session of this.#sessions.values()) {
      if (account === undefined || session.account === account) {
        session.expiresAt = 0;
      }
    }
  }
}

/** What AWS says to who may not assume a role, or where there is none. */
export function roleRefused(caller: Caller, role: string): AwsError {
  return new AwsError(
    'AccessDenied',
    `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${role}`,
    403,
  );
}

/** What AWS says to a session that is over. */
export function expiredToken(): AwsError {
  return new AwsError(
    'ExpiredTokenException',
    'The security token included in the request is expired',
  );
}
