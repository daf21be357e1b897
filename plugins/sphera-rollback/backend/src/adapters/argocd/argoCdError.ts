import { NeighbourError } from '@sphera/plugin-operations-node';
import { whyNoAnswer } from '@sphera/plugin-operations-node';

interface About {
  host: string;
  name: string;
  /** As Argo CD names the right. */
  doing: 'get' | 'sync';
}

/** Argo CD said no to something that it understood; its words decide what to do. */
export class ArgoCdRefusal extends NeighbourError {
  constructor(message: string, readonly words: string) {
    super(message, false);
  }
}

/**
 * Says in words why Argo CD did not do as it was asked, from the status and `{ error, code, message }` of its gRPC
 * gateway: https://github.com/argoproj/argo-cd/blob/master/docs/developer-guide/api-docs.md
 */
export function argoCdError(
  status: number,
  answer: unknown,
  { host, name, doing }: About,
): NeighbourError {
  if (status === 401 || (status >= 300 && status < 400)) {
    return new NeighbourError(
      `Argo CD at ${host} does not accept the token of the portal: renew it in sphera.rollback.argoCd of the configuration`,
      false,
    );
  }
  if (status === 403) {
    // Also said of an application that there is not, so that nobody learns which there are.
    return new NeighbourError(
      `Argo CD at ${host} has no application ${name} that the portal may ${doing}: check the name, and allow its account applications, ${doing}`,
      false,
    );
  }
  if (status === 404) {
    return new NeighbourError(
      `Argo CD at ${host} has no application ${name}: check sphera.rollback.argoCd of the configuration`,
      false,
    );
  }
  if (status === 429 || status >= 500) {
    return new NeighbourError(
      `Argo CD at ${host} has trouble of its own (${status}): try again in a minute`,
      true,
    );
  }
  const words = wordsOf(answer);
  return new ArgoCdRefusal(
    `Argo CD at ${host} refuses to ${doing} ${name}: ${words}`,
    words,
  );
}

/** Nobody answered. */
export function noAnswer(error: unknown, { host }: About): NeighbourError {
  return new NeighbourError(
    `Argo CD at ${host} ${whyNoAnswer(
      error,
    )}: check the network between the portal and it`,
    true,
  );
}

/** Somebody else answered. */
export const noJson = ({ host }: About): NeighbourError =>
  new NeighbourError(
    `Argo CD at ${host} answers with something that is no application: look whether a proxy is in between`,
    true,
  );

/** On one line, without a full stop. */
function wordsOf(answer: unknown): string {
  const { message, error } = (answer ?? {}) as Record<string, unknown>;
  return String(message ?? error ?? 'it does not say why')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')
    .slice(0, 300);
}
