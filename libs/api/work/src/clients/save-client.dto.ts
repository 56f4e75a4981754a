import { PartialType } from '@nestjs/swagger';
import { EmailField, LongTextField, TextField } from '@tidemark/api/platform';

export class SaveClientDto {
  @TextField()
  readonly name: string;

  @EmailField({ optional: true, nullable: true })
  readonly email?: string | null;

  @LongTextField({ optional: true })
  readonly note?: string;
}

/** Only what is given changes. */
export class UpdateClientDto extends PartialType(SaveClientDto, { skipNullProperties: false }) {}
