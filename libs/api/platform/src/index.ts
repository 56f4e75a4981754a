export { Clock } from './clock/clock';
export { Config, loadConfig } from './config/config';
export { dropSecret, installationKey, installationSecret, keptSecret } from './config/secrets';
export { DatabaseModule } from './database/database.module';
export { databaseOptions } from './database/database-options';
export { migrate, schemaStamp } from './database/migrate';
export { SnakeNaming } from './database/naming-strategy';
export { refuseDuplicate } from './database/refuse-duplicate';
export { requireActivity } from './database/require-activity';
export { Sql } from './database/sql';
export { Transactions } from './database/transactions';
export { Allow, Public, REVIEWERS, SIGNED_IN, WRITERS } from './http/access';
export { csvFile } from './http/csv-file';
export { field, type FieldOptions } from './http/fields/field';
export * from './http/fields/body-fields';
export { DecimalField } from './http/fields/decimal-field';
export { IdsField, ListField } from './http/fields/list-fields';
export * from './http/fields/query-fields';
export { textProblem, tidy } from './http/fields/text';
export {
  dayIn,
  instantsAt,
  isTimeZone,
  nextDay,
  parseDay,
  parseInstant,
  startOfDay,
} from './http/fields/instants';
export { CsvBodyPipe } from './http/csv-body.pipe';
export { IdPipe, parseId } from './http/id.pipe';
export { InputPipe } from './http/input.pipe';
export { containing } from './http/like';
export { NoParametersGuard } from './http/no-parameters.guard';
export { MAX_PAGED_ROWS, PagedQuery, pageInfo, pageWindow, sortOrder } from './http/page-query';
export { ProblemException } from './http/problem';
export { ProblemFilter } from './http/problem.filter';
export { PlatformModule } from './platform.module';
export { type Caller, readsEverything, type Viewer } from './request-context/caller';
export { CurrentUser } from './request-context/current-user.decorator';
export { RequestContext } from './request-context/request-context';
