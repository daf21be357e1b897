/** How a commit names whoever asked for it beside the portal, as a trailer `Co-authored-by` has it; nobody without an address. */
export function coAuthor({
  name,
  email,
}: {
  name: string;
  email?: string;
}): string | undefined {
  if (email === undefined) return undefined;
  return `${name.replace(/[<>]/g, '')} <${email.replace(/[<>\s]/g, '')}>`;
}
