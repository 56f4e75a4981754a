// The pages about projects, tasks, time and clients. Apart from the index: its users would carry them along.
export { ClientsPage } from './clients/clients-page';
export { ProjectPage } from './projects/project-page';
export { ProjectsPage } from './projects/projects-page';
export { ReportsPage } from './reports/reports-page';
export { TasksPage } from './tasks/tasks-page';
export { TemplatesPage } from './templates/templates-page';
export { ImportPage } from './time-import/import-page';
export { TimePage } from './time-entries/time-page';
