import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ActivityService } from '@tidemark/api/activity';
import { Transactions, type Viewer } from '@tidemark/api/platform';
import { Repository } from 'typeorm';
import { ProjectFavorite } from './project-favorite.entity';
import { projectSubject } from './project.activity';
import { ProjectRights } from './project-rights';

/** Both directions may be repeated, also at the same moment: only what really changed is recorded. */
@Injectable()
export class ProjectFavoritesService {
  constructor(
    @InjectRepository(ProjectFavorite) private readonly favorites: Repository<ProjectFavorite>,
    private readonly rights: ProjectRights,
    private readonly transactions: Transactions,
    private readonly activity: ActivityService,
  ) {}

  /** @throws ProblemException not-found */
  add(viewer: Viewer, projectId: number): Promise<void> {
    return this.transactions.run(async () => {
      const { project } = await this.rights.see(viewer, projectId);
      const added = await this.favorites
        .createQueryBuilder()
        .insert()
        .values({ projectId, userId: viewer.id })
        .orIgnore()
        .returning('id')
        .execute();
      if (added.raw.length > 0) await this.activity.record(projectSubject, 'favorited', project);
    });
  }

  /** @throws ProblemException not-found */
  remove(viewer: Viewer, projectId: number): Promise<void> {
    return this.transactions.run(async () => {
      const { project } = await this.rights.see(viewer, projectId);
      const { affected } = await this.favorites.delete({ projectId, userId: viewer.id });
      if (affected) await this.activity.record(projectSubject, 'unfavorited', project);
    });
  }
}
