/** An error as GitHub's REST API answers it. */
export class GitHubError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** What is wrong in detail, for 422. */
    readonly errors?: Array<object | string>,
  ) {
    super(message);
  }

  toBody(): object {
    return {
      message: this.message,
      ...(this.errors && { errors: this.errors }),
      documentation_url: 'https://docs.github.com/rest',
      status: String(this.status),
    };
  }
}

export const notFound = () => new GitHubError(404, 'Not Found');

/** A field that is missing or wrong. */
export const invalid = (resource: string, field: string) =>
  new GitHubError(422, 'Validation Failed', [
    { resource, field, code: 'missing_field' },
  ]);
