// SQL of who is behind a presence `r`: the number in it says only under which it was registered.

const present = `(SELECT n.insz FROM person_number n WHERE n.person_id = r.person_id AND n.replaced_by IS NULL)`;

/** The number of now where it is another one; what the service said of it as long as that was not taken in. */
export const otherNumber = `coalesce(nullif(${present}, r.insz), r.current_insz)`;

/** The number of now. */
export const numberNow = `coalesce(${otherNumber}, r.insz)`;

/** The other person whose number the service told with it, as long as that was not taken in; null: nobody else. */
export const toldPerson = `(SELECT n.person_id FROM person_number n
  WHERE n.insz = r.current_insz AND r.current_insz <> r.insz AND n.person_id <> r.person_id AND ${present} = r.insz)`;

/** Null of a person whom nobody here named. */
export const workerName = `(SELECT p.family_name || ', ' || p.given_name FROM person p
  WHERE p.id = r.person_id AND p.family_name <> '')`;
