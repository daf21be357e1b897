import { problemsOf } from './messages';

/**
 * What a field of Backstage UI needs to show the problem that an error names with
 * it, if any; spread it into the field.
 */
export function fieldProblem(error: Error | null, field: string) {
  const problem = problemsOf(error).find(one => isAbout(one.field, field));
  return {
    validationBehavior: 'aria' as const,
    validate: () => (problem ? sentence(problem.message) : true),
  };
}

// `actions.0` is about `actions`.
function isAbout(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
