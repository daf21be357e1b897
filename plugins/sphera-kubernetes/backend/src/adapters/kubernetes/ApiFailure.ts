/** What the API server says in place of what was asked for (`Status` of the Kubernetes API). */
export interface ApiStatus {
  code?: number;
  reason?: string;
  message?: string;
}

/** TLS errors of Node.js that mean: this certificate is not trusted. */
const UNTRUSTED =
  /SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|CERT_|ERR_TLS_CERT|HOSTNAME_MISMATCH/;

/**
 * A call to an API server that brought nothing. `sentence` is for people: what is wrong
 * and what to do; it holds no credentials.
 */
export class ApiFailure extends Error {
  override name = 'ApiFailure';

  private constructor(
    readonly sentence: string,
    /** Present where the server answered with one. */
    readonly status?: ApiStatus & { code: number },
  ) {
    super(sentence);
  }

  /** The server answered, and not with success. Its words lose their full stop: who shows them sets it. */
  static answered(code: number, status: ApiStatus = {}): ApiFailure {
    const message = (status.message ?? `HTTP ${code}`).replace(/\.$/, '');
    const sentence =
      code === 401
        ? "It does not accept the portal's credentials (401). Check the access of this cluster in sphera.fleet.clusters"
        : `It answers with an error (${code}): ${message}`;
    return new ApiFailure(sentence, { ...status, message, code });
  }

  /** Nothing came back. */
  static unreachable(error: unknown): ApiFailure {
    const { code = '', message } = error as { code?: string; message: string };
    return new ApiFailure(
      UNTRUSTED.test(code)
        ? `Its certificate is not trusted (${code}). Set caData or caFile of this cluster in sphera.fleet.clusters`
        : `It cannot be reached (${
            code || message
          }). Check that it is up, and its address in sphera.fleet.clusters`,
    );
  }

  static tooLate(milliseconds: number): ApiFailure {
    return new ApiFailure(
      `It did not answer within ${milliseconds / 1000} seconds`,
    );
  }

  /** A watch fell silent, or was broken off to look anew. */
  static silent(): ApiFailure {
    return new ApiFailure('Its connection fell silent');
  }

  /** Something answered that is no API server. */
  static rubbish(contentType: string | undefined): ApiFailure {
    return new ApiFailure(
      `Something other than Kubernetes answers at its address (${
        contentType ?? 'no content type'
      }). Check its address in sphera.fleet.clusters, and proxies on the way`,
    );
  }

  /** The portal's own credentials could not be had. */
  static credentials(error: unknown): ApiFailure {
    return new ApiFailure(
      `The portal has no credentials for it: ${(error as Error).message}`,
    );
  }
}
