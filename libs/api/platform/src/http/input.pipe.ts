import {
  type ArgumentMetadata,
  Injectable,
  type PipeTransform,
  ValidationPipe,
  type ValidationError,
} from '@nestjs/common';
import type { FieldProblem } from '@tidemark/contracts';
import { ProblemException } from './problem';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Bodies and queries become instances of their DTO, or a problem that names every field. What the DTO does
 * not know is refused, and nothing is converted that the field does not convert itself.
 */
@Injectable()
export class InputPipe implements PipeTransform {
  private readonly body = this.validator((errors) => {
    const problems = errors.flatMap((error) => toFieldProblems(error));
    return new ProblemException('validation-failed', sentence(problems), { errors: problems });
  });

  private readonly query = this.validator((errors) => {
    const problems = errors.map(toFieldProblem);
    return new ProblemException('invalid-parameter', sentence(problems), { errors: problems });
  });

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'query') {
      refuseDropped(value as object, 'invalid-parameter');
      return this.query.transform({ ...(value as object) }, metadata);
    }
    if (metadata.type !== 'body' || !metadata.metatype || metadata.metatype === Object)
      return value;
    const body = asObject(value);
    refuseDropped(body, 'validation-failed');
    return this.body.transform(body, metadata);
  }

  private validator(exceptionFactory: (errors: ValidationError[]) => ProblemException) {
    return new ValidationPipe({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      validationError: { target: false, value: false },
      exceptionFactory,
    });
  }
}

/** class-transformer passes over these names in silence; here nothing unknown goes unnoticed. */
const DROPPED = ['__proto__', 'constructor'];

function refuseDropped(input: object, code: 'validation-failed' | 'invalid-parameter'): void {
  const property = DROPPED.find((name) => Object.hasOwn(input, name));
  if (property) refuseUnknown([property], code);
}

/** @throws ProblemException always, naming every field or parameter */
export function refuseUnknown(
  names: string[],
  code: 'validation-failed' | 'invalid-parameter',
): never {
  const problems = names.map((property) =>
    toFieldProblem({ property, constraints: { whitelistValidation: '' } }),
  );
  throw new ProblemException(code, sentence(problems), { errors: problems });
}

function asObject(value: unknown): Record<string, unknown> {
  if (isObject(value)) return value;
  // No body at all is an empty one: every field that is needed will say so by itself.
  if (value === undefined || value === null) return {};
  throw new ProblemException('malformed-json', 'The body must be a JSON object');
}

/** What is wrong in rows of a list points into the row: "/lines/0/quantity". */
function toFieldProblems(error: ValidationError, above = ''): FieldProblem[] {
  const own = toFieldProblem(error);
  const within = error.children ?? [];
  if (within.length === 0) return [{ ...own, pointer: `${above}${own.pointer}` }];
  return within.flatMap((child) => toFieldProblems(child, `${above}${own.pointer}`));
}

function toFieldProblem({ property, constraints = {} }: ValidationError): FieldProblem {
  const [code, message] = Object.entries(constraints)[0] ?? [
    'invalid',
    `${property} cannot be used`,
  ];
  const unknown = code === 'whitelistValidation';
  return {
    pointer: `/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    code: unknown ? 'unknown' : code,
    message: unknown ? `${property.slice(0, 100)} is not known here` : message,
  };
}

function sentence(problems: FieldProblem[]): string {
  return problems
    .slice(0, 5)
    .map(({ message }) => message)
    .join('; ');
}
