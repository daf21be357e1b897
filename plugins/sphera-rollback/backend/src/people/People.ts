/** Who is who: in Git by name and address, in the portal by entity ref. */
export interface People {
  /** Entity ref of the person with this address; the name as it is where the catalog knows none. */
  refOf(author: { name: string; email: string }): Promise<string>;
  /** How commits name a person of the catalog; a program, or somebody the catalog does not know, by its ref alone. */
  authorOf(ref: string): Promise<{ name: string; email?: string }>;
}
