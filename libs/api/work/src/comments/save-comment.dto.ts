import { LongTextField } from '@tidemark/api/platform';
import { COMMENT_MAX, type SaveComment } from '@tidemark/contracts';

export class SaveCommentDto implements SaveComment {
  @LongTextField({
    min: 1,
    max: COMMENT_MAX,
    description: 'Markdown. "@username" mentions somebody who may see the project',
  })
  readonly body: string;
}
