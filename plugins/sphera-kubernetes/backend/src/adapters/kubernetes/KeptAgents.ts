import type http from 'node:http';
import type https from 'node:https';

/**
 * Keeps connections open between calls: the client library makes an agent for each
 * call, so the first one is used for all that trust and show the same certificates.
 */
export class KeptAgents {
  private kept?: { agent: http.Agent; identity: string };

  /** The agent that is in use, if it would connect in the same way as this one; else this one. */
  like(agent: http.Agent): http.Agent {
    const identity = identityOf(agent);
    if (this.kept?.identity === identity) return this.kept.agent;
    this.close();
    Object.assign(agent, { keepAlive: true });
    this.kept = { agent, identity };
    return agent;
  }

  /** Closes the connections that nobody uses. */
  close(): void {
    for (const sockets of Object.values(this.kept?.agent.freeSockets ?? {})) {
      for (const socket of sockets ?? []) socket.destroy();
    }
  }
}

function identityOf(agent: http.Agent): string {
  const { ca, cert, key, servername, rejectUnauthorized } = (
    agent as https.Agent
  ).options;
  return [ca, cert, key, servername, rejectUnauthorized].join('|');
}
