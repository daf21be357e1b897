import {
  Operation,
  requestFor,
  RequestOf,
} from '@sphera/plugin-operations-common';

/** A running portal, as callers know it. */
export interface Portal {
  /** `http://localhost:12345` */
  url: string;
  /** Signs a person of the company in; their token. */
  signIn(userRef: string): Promise<string>;
  /** Asks for an operation with a token, or without. */
  ask<T extends Operation>(
    operation: T,
    input: RequestOf<T>,
    token?: string,
  ): Promise<Response>;
  /** Sends a request with a token, or without. */
  fetch(
    path: string,
    init?: RequestInit & { token?: string },
  ): Promise<Response>;
}

/** The portal at an address, where people sign in by name. */
export function portalAt(url: string): Portal {
  const portal: Portal = {
    url,
    async signIn(userRef) {
      const response = await portal.fetch('/api/auth/by-name/refresh', {
        headers: { 'x-user': userRef },
      });
      const { backstageIdentity } = await response.json();
      return backstageIdentity.token;
    },
    ask(operation, input, token) {
      const { path, init } = requestFor(operation, input);
      return portal.fetch(`/api/${operation.plugin}${path}`, {
        ...init,
        token,
      });
    },
    fetch: (path, { token, ...init } = {}) =>
      fetch(url + path, {
        ...init,
        headers: {
          ...init.headers,
          ...(token && { authorization: `Bearer ${token}` }),
        },
      }),
  };
  return portal;
}
