// What pages of lists and forms are made of. Apart from the index: the dashboard would carry it along.
export { type Days, DaysPanel, type NamedDays } from './days-panel/days-panel';
export { FilterBar } from './filter-bar/filter-bar';
export { FilterPicker } from './filter-bar/filter-picker';
export { type FilterOption, FilterSelect } from './filter-bar/filter-select';
export { changedFields } from './forms/changed-fields';
export { type Saving, saving } from './forms/saving';
export { countOf, Listing } from './lists/listing';
export { keepToPages, type UrlQuery, urlQuery } from './lists/url-query';
export { Picker } from './picker/picker';
export { NamedPart } from './record/named-part';
export { RecordPage, type RecordTab } from './record/record-page';
export { SearchBox } from './search-box/search-box';
export { SelectBox } from './selection/select-box';
export { SelectStart } from './selection/select-start';
export { type Selectable, Selection } from './selection/selection';
export { SelectionBar } from './selection/selection-bar';
