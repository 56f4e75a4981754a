// The pages about projects, tasks, time and clients. Apart from the index: its users would carry them along.
export { ClientPage } from './clients/client-page';
export { ClientsPage } from './clients/clients-page';
export { ProjectPage } from './projects/project-page';
export { ProjectsPage } from './projects/projects-page';
export { ReportsPage } from './reports/reports-page';
export { TaskPage } from './tasks/task-page';
export { TasksPage } from './tasks/tasks-page';
export { TemplatesPage } from './templates/templates-page';
export { EntryPage } from './time-entries/entry-page';
export { ImportPage } from './time-import/import-page';
export { TimePage } from './time-entries/time-page';
