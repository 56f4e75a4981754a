import { DISPLAY_NAME, USERNAME } from '../record/person-mark';

/** The person an activity speaks of beside the actor: the user it is about, the assignee, the member. */
const PERSON = `CASE
    WHEN a.entity_type = 'user' THEN a.entity_id::text
    ELSE coalesce(a.extra_data ->> 'assigned_to', a.extra_data ->> 'member_id', a.extra_data ->> 'target_user_id')
  END`;

const NAMED = (column: string) =>
  `replace(replace(${column}, '${DISPLAY_NAME}', coalesce(p.display_name, 'somebody')), '${USERNAME}', coalesce(p.username, 'somebody'))`;

const INSTANT = `to_char(a.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const EXTRA = `a.extra_data
    || CASE WHEN a.extra_data -> 'assigned_to' <> 'null' THEN jsonb_build_object('assigned_to_name', p.display_name) ELSE '{}' END
    || CASE WHEN a.extra_data ? 'member_id' THEN jsonb_build_object('member_name', p.display_name) ELSE '{}' END`;

const ACTOR = `coalesce(u.display_name, CASE WHEN a.source = 'anonymous' THEN 'Somebody not signed in' ELSE 'Tidemark' END)`;

/** What members may see of the changes: not the confidential ones, such as rates. */
const OPEN_CHANGES = `CASE WHEN a.changes @> '[{"confidential": true}]' THEN
    (SELECT coalesce(jsonb_agg(change), '[]') FROM jsonb_array_elements(a.changes) AS change
     WHERE NOT change ? 'confidential')
  ELSE a.changes END`;

/** What members may not see of the extra data: amounts tell rates. */
const OPEN_EXTRA = `(${EXTRA}) - 'delta_amount'`;

/** Joins for `a` (activity): `u` who acted, `p` the person spoken of. Names are the ones of now. */
export const ROW_JOINS = `
  LEFT JOIN "user" u ON u.id = a.user_id
  LEFT JOIN LATERAL (SELECT CASE WHEN person ~ '^[0-9]{1,9}$' THEN person::int END AS id
                     FROM (SELECT ${PERSON} AS person) spoken) s ON true
  LEFT JOIN "user" p ON p.id = s.id`;

/**
 * One activity as it goes over the wire, built by PostgreSQL: half the cost of building it here.
 * @param forReviewer with addresses, browsers, amounts and confidential changes
 */
export function rowJson(forReviewer: boolean): string {
  const changes = forReviewer ? 'a.changes' : OPEN_CHANGES;
  const extra = forReviewer ? EXTRA : OPEN_EXTRA;
  const client = forReviewer
    ? `, 'ip_address', host(a.ip_address), 'user_agent', a.user_agent`
    : '';
  return `json_build_object('id', a.id, 'user_id', a.user_id, 'username', u.username,
    'display_name', ${ACTOR}, 'action', a.action, 'entity_type', a.entity_type,
    'entity_id', a.entity_id, 'entity_name', ${NAMED('a.entity_name')}, 'project_id', a.project_id,
    'description', ${NAMED('a.description')}, 'extra_data', ${extra}, 'changes', ${changes},
    'created_at', ${INSTANT}, 'source', a.source, 'batch_id', a.batch_id${client})`;
}
