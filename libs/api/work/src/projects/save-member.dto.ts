import { PickType } from '@nestjs/swagger';
import { ChoiceField, IdField } from '@tidemark/api/platform';
import { PROJECT_ROLES, type ProjectRole, type SaveMember } from '@tidemark/contracts';

export class SaveMemberDto implements SaveMember {
  @IdField()
  readonly user_id: number;

  @ChoiceField(PROJECT_ROLES)
  readonly role: ProjectRole;
}

export class ChangeRoleDto extends PickType(SaveMemberDto, ['role']) {}
