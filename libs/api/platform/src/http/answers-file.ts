import { ApiOkResponse } from '@nestjs/swagger';

/** Says in the API document that a route answers with a file of this type. */
export const AnswersFile = (type: 'text/csv' | 'application/pdf'): MethodDecorator => {
  const format = type === 'text/csv' ? {} : { format: 'binary' };
  return ApiOkResponse({
    description: 'The file',
    content: { [type]: { schema: { type: 'string', ...format } } },
  });
};
