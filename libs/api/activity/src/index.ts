export { ActivityModule } from './activity.module';
export { ProjectAccess } from './feed/project-access';
export { type ActivityEntry, ActivityService } from './record/activity.service';
export {
  type ActivitySubject,
  type Described,
  defineSubject,
  diff,
} from './record/activity-subject';
export {
  type Locate,
  LogActivity,
  LoggedMutationMetadata,
  NotLogged,
} from './record/log-activity.decorator';
export { DISPLAY_NAME, USERNAME } from './record/person-mark';
export { RowRecorder, type Watched } from './record/row-recorder';
