import { Global, Module } from '@nestjs/common';
import { AccountsModule, User } from '@tidemark/api/accounts';
import { ProjectAccess } from '@tidemark/api/activity';
import { DatabaseModule } from '@tidemark/api/platform';
import { Client } from '../clients/client.entity';
import { TimeEntry } from '../time-entries/time-entry.entity';
import { Dependents } from './dependents';
import { MemberAccess } from './member-access';
import { ProjectDeletion } from './project-deletion';
import { ProjectFavorite } from './project-favorite.entity';
import { ProjectFavoritesService } from './project-favorites.service';
import { ProjectList } from './project-list';
import { ProjectMember } from './project-member.entity';
import { ProjectMembersController } from './project-members.controller';
import { ProjectMembersService } from './project-members.service';
import { ProjectRights } from './project-rights';
import { Project } from './project.entity';
import { ProjectsController } from './projects.controller';
import { ProjectsService } from './projects.service';

/** Global for `ProjectAccess`, which the feed and accounts ask without knowing who answers. */
@Global()
@Module({
  imports: [
    AccountsModule,
    DatabaseModule.forFeature([Client, Project, ProjectFavorite, ProjectMember, TimeEntry, User]),
  ],
  controllers: [ProjectsController, ProjectMembersController],
  providers: [
    Dependents,
    ProjectDeletion,
    ProjectFavoritesService,
    ProjectList,
    ProjectMembersService,
    ProjectRights,
    ProjectsService,
    { provide: ProjectAccess, useClass: MemberAccess },
  ],
  exports: [Dependents, ProjectAccess, ProjectRights, ProjectsService],
})
export class ProjectsModule {}
