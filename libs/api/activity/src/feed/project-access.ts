/**
 * Which projects a person may see: the one thing that the feed has to ask a domain. Work implements it and
 * the application binds it, so that the feed depends on no domain.
 */
export abstract class ProjectAccess {
  /** Ids of the projects that the person is a member of, ascending. */
  abstract projectsOf(userId: number): Promise<number[]>;

  /** Whether the person leads any project. */
  abstract leadsAny(userId: number): Promise<boolean>;
}
