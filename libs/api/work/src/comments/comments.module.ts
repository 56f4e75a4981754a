import { Module } from '@nestjs/common';
import { User } from '@tidemark/api/accounts';
import { DatabaseModule } from '@tidemark/api/platform';
import { ProjectsModule } from '../projects/projects.module';
import { Task } from '../tasks/task.entity';
import { CommentList } from './comment-list';
import { Comment } from './comment.entity';
import { CommentsController } from './comments.controller';
import { CommentsService } from './comments.service';
import { MentionedPeople } from './mentioned-people';

@Module({
  imports: [DatabaseModule.forFeature([Comment, Task, User]), ProjectsModule],
  controllers: [CommentsController],
  providers: [CommentList, CommentsService, MentionedPeople],
})
export class CommentsModule {}
