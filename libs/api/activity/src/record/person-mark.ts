/**
 * The trail holds ids of people, never their names, so that a person can be forgotten without touching a
 * sealed row. Where a description speaks of a person it holds a mark, and the feed puts the current name in
 * when the row is read. The person is the activity's `assigned_to`, `member_id` or `target_user_id`, or its
 * entity when that is a user.
 */
export const DISPLAY_NAME = '\ufdd0';
export const USERNAME = '\ufdd1';

/** Keys of `extra_data` that hold the id of the person spoken of; the feed adds `<key's name>` beside them. */
export const PERSON_KEYS = {
  assigned_to: 'assigned_to_name',
  member_id: 'member_name',
  target_user_id: 'target_user_name',
} as const;
