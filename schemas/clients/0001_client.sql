-- SPDX-License-Identifier: MIT
-- Clients with their complaints, health history and consents. Optional texts are NULL, never ''.
-- Numbers are never reused (AUTOINCREMENT): a number written down on paper must not come to mean
-- another person.

CREATE TABLE clients_client (
    client INTEGER PRIMARY KEY AUTOINCREMENT, -- C-0001
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    given TEXT CHECK (given <> ''),
    family TEXT CHECK (family <> ''),
    written_name TEXT CHECK (written_name <> ''), -- if not given name, then family name
    preferred_name TEXT CHECK (preferred_name <> ''),
    pronouns TEXT CHECK (pronouns <> ''),
    born TEXT CHECK (born GLOB '[0-9][0-9][0-9][0-9]*'), -- 1962, 1962-03 or 1962-03-05
    gender TEXT CHECK (gender <> ''), -- in the client's own term
    address TEXT CHECK (address <> ''), -- lines separated by line feeds
    phone TEXT CHECK (phone <> ''), -- the number to try first, as written
    phone_kind TEXT CHECK (phone_kind IN ('mobile', 'home', 'work', 'other')),
    email TEXT CHECK (email <> ''), -- the address to try first
    email_kind TEXT CHECK (email_kind IN ('mobile', 'home', 'work', 'other')),
    contacts TEXT CHECK (contacts LIKE '[%'), -- further ones: JSON list of {system, value, kind}
    contact_by TEXT CHECK (contact_by IN ('phone', 'email', 'sms', 'post', 'none')), -- preferred
    language TEXT CHECK (language <> ''), -- BCP 47
    occupation TEXT CHECK (occupation <> ''),
    emergency_name TEXT CHECK (emergency_name <> ''),
    emergency_phone TEXT CHECK (emergency_phone <> ''),
    emergency_relation TEXT CHECK (emergency_relation <> ''),
    guardian_name TEXT CHECK (guardian_name <> ''),
    guardian_relation TEXT CHECK (guardian_relation <> ''),
    guardian_permission_on TEXT CHECK (guardian_permission_on LIKE '____-__-__'), -- ISO date
    referral_source TEXT CHECK (referral_source <> ''), -- person or source that referred the client
    other_products TEXT CHECK (other_products <> ''), -- in addition to medication: CBD, supplements
    notes TEXT CHECK (notes <> ''), -- remarks of the practice; not included in letters
    folded TEXT NOT NULL, -- all names, family name first, folded: for search and sorting
    added_at INTEGER NOT NULL, -- UTC seconds
    added_offset INTEGER NOT NULL, -- minutes east of UTC
    changed_at INTEGER NOT NULL, -- UTC seconds; the last change of this row
    changed_offset INTEGER NOT NULL, -- minutes east of UTC
    archived_at INTEGER, -- UTC seconds; NULL while the client is active
    archived_offset INTEGER, -- minutes east of UTC
    CHECK (given IS NOT NULL OR family IS NOT NULL),
    CHECK (phone IS NOT NULL OR phone_kind IS NULL),
    CHECK (email IS NOT NULL OR email_kind IS NULL),
    CHECK (guardian_name IS NOT NULL OR guardian_permission_on IS NULL),
    CHECK ((archived_at IS NULL) = (archived_offset IS NULL))
) STRICT;
CREATE INDEX clients_client_by_name ON clients_client (folded);

-- A complaint that the client seeks treatment for, from its onset to its closing.
CREATE TABLE clients_complaint (
    complaint INTEGER PRIMARY KEY AUTOINCREMENT, -- CO-0001
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    title TEXT CHECK (title <> ''), -- NULL: region and side are the title
    text TEXT CHECK (text <> ''), -- the complaint in the client's own words
    region TEXT, -- id in the core's list of regions
    side TEXT CHECK (side IN ('left', 'right', 'both', 'midline')),
    onset TEXT CHECK (onset GLOB '[0-9][0-9][0-9][0-9]*'), -- 2019, 2019-03 or 2019-03-05
    onset_type TEXT CHECK (onset_type IN ('sudden', 'gradual')),
    mechanism TEXT CHECK (mechanism IN ('accident', 'sport', 'repetitive')), -- of an injury
    chronic INTEGER CHECK (chronic IN (0, 1)), -- as stated; NULL: more than 12 weeks since onset
    goals TEXT CHECK (goals <> ''), -- one per line
    closed_on TEXT CHECK (closed_on LIKE '____-__-__'), -- ISO date; NULL while it is open
    closing_reason TEXT
        CHECK (closing_reason IN ('resolved', 'referred', 'transferred', 'stopped', 'other')),
    closing_note TEXT CHECK (closing_note <> ''),
    added_at INTEGER NOT NULL, -- UTC seconds
    added_offset INTEGER NOT NULL, -- minutes east of UTC
    CHECK (title IS NOT NULL OR region IS NOT NULL),
    CHECK (region IS NOT NULL OR side IS NULL),
    CHECK ((closed_on IS NULL) = (closing_reason IS NULL)),
    CHECK (closed_on IS NOT NULL OR closing_note IS NULL)
) STRICT;
CREATE INDEX clients_complaint_by_client ON clients_complaint (client);

-- The causes of a complaint: as many as apply.
CREATE TABLE clients_complaint_cause (
    complaint_cause INTEGER PRIMARY KEY,
    complaint INTEGER NOT NULL REFERENCES clients_complaint (complaint) ON DELETE RESTRICT,
    cause TEXT NOT NULL CHECK (
        cause IN ('posture', 'muscle-tension', 'injury', 'degenerative', 'other', 'unknown')
    ),
    UNIQUE (complaint, cause)
) STRICT;

-- Pre-existing conditions, as the client reports them: praxis records no diagnosis of its own.
CREATE TABLE clients_condition (
    condition INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (name <> ''),
    code TEXT CHECK (code <> ''), -- ICD-10-CM, as reported
    diagnosed_by TEXT CHECK (diagnosed_by <> ''), -- professional who made the diagnosis
    since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]*'), -- 2019, 2019-03 or 2019-03-05
    status TEXT NOT NULL CHECK (status IN ('active', 'past')),
    until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]*'), -- of a past one: last present
    note TEXT CHECK (note <> ''),
    concepts TEXT CHECK (concepts <> ''), -- JSON: what praxis understood of the name, or what a
                                          -- person decided; NULL: read it again
    added_at INTEGER NOT NULL, -- UTC seconds
    added_offset INTEGER NOT NULL, -- minutes east of UTC
    CHECK (status = 'past' OR until IS NULL)
) STRICT;
CREATE INDEX clients_condition_by_client ON clients_condition (client);

CREATE TABLE clients_medication (
    medication INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (name <> ''),
    dose TEXT CHECK (dose <> ''), -- as reported: amount and how often
    reason TEXT CHECK (reason <> ''),
    kind TEXT CHECK (
        kind IN ('prescription', 'over-the-counter', 'supplement', 'herbal', 'topical', 'other')
    ),
    since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]*'), -- 2019, 2019-03 or 2019-03-05
    until TEXT CHECK (until LIKE '____-__-__'), -- ISO date, the last day; NULL: still taken
    concepts TEXT CHECK (concepts <> ''), -- JSON: what praxis understood of the name, or what a
                                          -- person decided; NULL: read it again
    added_at INTEGER NOT NULL, -- UTC seconds
    added_offset INTEGER NOT NULL -- minutes east of UTC
) STRICT;
CREATE INDEX clients_medication_by_client ON clients_medication (client);

CREATE TABLE clients_allergy (
    allergy INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    substance TEXT NOT NULL CHECK (substance <> ''),
    kind TEXT CHECK (kind IN ('allergy', 'intolerance')),
    reaction TEXT CHECK (reaction <> ''), -- such as "rash on the forearms"
    severity TEXT CHECK (severity IN ('mild', 'moderate', 'severe')), -- of the reaction
    concepts TEXT CHECK (concepts <> ''), -- JSON: what praxis understood of the name, or what a
                                          -- person decided; NULL: read it again
    added_at INTEGER NOT NULL, -- UTC seconds
    added_offset INTEGER NOT NULL -- minutes east of UTC
) STRICT;
CREATE INDEX clients_allergy_by_client ON clients_allergy (client);

-- The client was asked and knows of none. Without a row here and in the list: not asked yet.
CREATE TABLE clients_none_known (
    none_known INTEGER PRIMARY KEY,
    client INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('condition', 'medication', 'allergy')),
    asked_at INTEGER NOT NULL, -- UTC seconds
    asked_offset INTEGER NOT NULL, -- minutes east of UTC
    asked_by INTEGER NOT NULL REFERENCES core_user (user) ON DELETE RESTRICT,
    UNIQUE (client, kind)
) STRICT;

-- Consents of a client or guardian. Never edited: a change is a withdrawal and a new consent.
CREATE TABLE clients_consent (
    consent INTEGER PRIMARY KEY AUTOINCREMENT, -- CS-0001
    uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- UUIDv7
    client INTEGER NOT NULL REFERENCES clients_client (client) ON DELETE RESTRICT,
    kind TEXT NOT NULL
        CHECK (kind IN ('treatment', 'share', 'photo', 'contact', 'teaching', 'other')),
    scope TEXT CHECK (scope <> ''), -- what the client agreed to, in words
    techniques TEXT CHECK (techniques <> ''), -- ids separated by a space; NULL: any
    regions TEXT CHECK (regions <> ''), -- ids separated by a space; NULL: any
    recipient TEXT CHECK (recipient <> ''), -- of kind share: a profession or a name; NULL: any
    given_on TEXT NOT NULL CHECK (given_on LIKE '____-__-__'), -- ISO date
    given_by TEXT NOT NULL CHECK (given_by IN ('client', 'guardian')),
    given_how TEXT CHECK (given_how IN ('spoken', 'written')),
    expires_on TEXT CHECK (expires_on LIKE '____-__-__'), -- ISO date, the last day; NULL: never
    witness TEXT CHECK (witness <> ''),
    withdrawn_on TEXT CHECK (withdrawn_on LIKE '____-__-__'), -- ISO date, first day without it
    withdrawal_reason TEXT CHECK (withdrawal_reason <> ''),
    recorded_at INTEGER NOT NULL, -- UTC seconds
    recorded_offset INTEGER NOT NULL, -- minutes east of UTC
    CHECK (kind = 'share' OR recipient IS NULL),
    CHECK (expires_on IS NULL OR expires_on >= given_on),
    CHECK (withdrawn_on IS NULL OR withdrawn_on >= given_on),
    CHECK (withdrawn_on IS NOT NULL OR withdrawal_reason IS NULL)
) STRICT;
CREATE INDEX clients_consent_by_client ON clients_consent (client);
