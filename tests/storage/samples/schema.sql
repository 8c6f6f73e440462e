CREATE VIEW complaint_status AS
SELECT number, day, channel, kind, site_name AS site, window_number AS window, content,
anonymous, department, owner, deadline, state, upheld, answered_at, grade, round,
state IN ('received', 'accepted', 'unfounded', 'upheld')
AND deadline < date('now', 'localtime') AS overdue
FROM complaint;
CREATE VIEW finding_status AS
SELECT number, day, site_name AS site, window_number AS window, staff_number, category,
text, deduction / 100.0 AS deduction, veto, requirement, department, owner, leader,
type, deadline, state, closed_at,
state NOT IN ('closed', 'withdrawn') AND deadline < date('now', 'localtime') AS overdue,
round, extensions, correction, reported_text, done_on, rechecked_at, rechecked_by,
recheck_passed, recheck_note, appealed_at, review,
coalesce(reviewed_deduction, deduction) / 100.0 AS reviewed_deduction, notice,
times_at_window, times_at_site
FROM finding;
CREATE VIEW scorecard_score AS
SELECT scorecard.id AS scorecard_id, inspection.id AS inspection_id, inspection.day,
inspection.site_name AS site, inspection.kind, pack.pack_id AS pack,
pack.version AS pack_version, scorecard.scope, scorecard.window_number AS window,
scorecard.window_kind, scorecard.staff_number, scorecard.score / 100.0 AS score,
scorecard.bonus / 100.0 AS bonus, scorecard.vetoes, scorecard.grade,
coalesce(scorecard.reviewed_score, scorecard.score) / 100.0 AS reviewed_score,
coalesce(scorecard.reviewed_vetoes, scorecard.vetoes) AS reviewed_vetoes,
coalesce(scorecard.reviewed_grade, scorecard.grade) AS reviewed_grade,
inspection.form, scorecard.observed, scorecard.asked,
coalesce(scorecard.ranked_score, scorecard.reviewed_score, scorecard.score) / 100.0
AS ranked_score,
coalesce(scorecard.ranked_vetoes, scorecard.reviewed_vetoes, scorecard.vetoes)
AS ranked_vetoes,
coalesce(scorecard.ranked_grade, scorecard.reviewed_grade, scorecard.grade)
AS ranked_grade,
inspection.kind <> 'self' AND (scorecard.asked IS NULL
OR scorecard.observed * 100 >= pack.ranked_from * scorecard.asked) AS is_ranked
FROM scorecard
JOIN inspection ON inspection.id = scorecard.inspection_id
JOIN pack ON pack.hash = inspection.pack_hash
WHERE inspection.state = 'completed' AND NOT scorecard.left_out
AND inspection.kind NOT IN ('patrol', 'recheck', 'voice');
CREATE VIEW survey_answer AS
SELECT id, day, site_name AS site, window_number AS window, channel, grade, reason,
grade IN ('dissatisfied', 'very-dissatisfied') AS bad
FROM survey_sheet AS sheet
WHERE grade IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM survey_sheet AS later
WHERE later.replaces = sheet.id AND later.replaces <> '')
AND NOT EXISTS (SELECT 1 FROM survey_beside WHERE survey_beside.sheet = sheet.id);
CREATE TRIGGER alias_is_fixed BEFORE UPDATE OF kind, foreign_id ON alias BEGIN SELECT raise(ABORT, 'alias is only ever added to'); END;
CREATE TRIGGER alias_is_kept BEFORE DELETE ON alias BEGIN SELECT raise(ABORT, 'alias is only ever added to'); END;
CREATE TRIGGER choice_is_fixed BEFORE UPDATE ON choice BEGIN SELECT raise(ABORT, 'choice is only ever added to'); END;
CREATE TRIGGER choice_is_kept BEFORE DELETE ON choice BEGIN SELECT raise(ABORT, 'choice is only ever added to'); END;
CREATE TRIGGER difference_is_fixed BEFORE UPDATE OF id, kind, own_id, laptop, mine, theirs, at ON difference BEGIN SELECT raise(ABORT, 'difference is only ever added to'); END;
CREATE TRIGGER difference_is_kept BEFORE DELETE ON difference BEGIN SELECT raise(ABORT, 'difference is only ever added to'); END;
CREATE TRIGGER erased_file_is_fixed BEFORE UPDATE ON erased_file BEGIN SELECT raise(ABORT, 'an erasure is only ever added'); END;
CREATE TRIGGER erased_file_is_kept BEFORE DELETE ON erased_file BEGIN SELECT raise(ABORT, 'an erasure is only ever added'); END;
CREATE TRIGGER erasure_change_is_fixed BEFORE UPDATE ON erasure_change BEGIN SELECT raise(ABORT, 'an erasure is only ever added'); END;
CREATE TRIGGER erasure_change_is_kept BEFORE DELETE ON erasure_change BEGIN SELECT raise(ABORT, 'an erasure is only ever added'); END;
CREATE TRIGGER erasure_is_fixed BEFORE UPDATE ON erasure BEGIN SELECT raise(ABORT, 'an erasure is only ever added'); END;
CREATE TRIGGER erasure_is_kept BEFORE DELETE ON erasure BEGIN SELECT raise(ABORT, 'an erasure is only ever added'); END;
CREATE TRIGGER event_origin_is_fixed BEFORE UPDATE ON event_origin BEGIN SELECT raise(ABORT, 'event_origin is only ever added to'); END;
CREATE TRIGGER event_origin_is_kept BEFORE DELETE ON event_origin BEGIN SELECT raise(ABORT, 'event_origin is only ever added to'); END;
CREATE TRIGGER finding_line_changed AFTER UPDATE OF id, day, state, deadline, times_at_window, appealed_at, asked_until ON finding WHEN (old.id, old.day, old.state, old.deadline, old.times_at_window, old.appealed_at, old.asked_until) IS NOT (new.id, new.day, new.state, new.deadline, new.times_at_window, new.appealed_at, new.asked_until) BEGIN UPDATE finding_line SET (id, day, state, deadline, times_at_window, appealed_at, asked_until) = (new.id, new.day, new.state, new.deadline, new.times_at_window, new.appealed_at, new.asked_until) WHERE place = new.rowid; END;
CREATE TRIGGER finding_line_gone AFTER DELETE ON finding BEGIN DELETE FROM finding_line WHERE place = old.rowid; END;
CREATE TRIGGER finding_line_raised AFTER INSERT ON finding BEGIN INSERT INTO finding_line (place, id, day, state, deadline, times_at_window, appealed_at, asked_until) VALUES (new.rowid, new.id, new.day, new.state, new.deadline, new.times_at_window, new.appealed_at, new.asked_until); END;
CREATE TRIGGER inspector_event_is_kept BEFORE DELETE ON inspector_event BEGIN SELECT raise(ABORT, 'what happened to inspectors is only ever added to'); END;
CREATE TRIGGER journal_is_fixed BEFORE UPDATE ON journal BEGIN SELECT raise(ABORT, 'the journal is only ever added to'); END;
CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'the journal is only ever added to'); END;
CREATE TRIGGER laptop_is_fixed BEFORE UPDATE OF id, met_at ON laptop BEGIN SELECT raise(ABORT, 'laptop is only ever added to'); END;
CREATE TRIGGER laptop_is_kept BEFORE DELETE ON laptop BEGIN SELECT raise(ABORT, 'laptop is only ever added to'); END;
CREATE TRIGGER laptop_keeps_its_key BEFORE UPDATE OF key ON laptop WHEN old.key <> '' BEGIN SELECT raise(ABORT, 'a laptop keeps its key'); END;
CREATE TRIGGER laptop_role_no_delete BEFORE DELETE ON laptop_role BEGIN SELECT raise(ABORT, 'laptop_role is only ever added to'); END;
CREATE TRIGGER laptop_role_no_update BEFORE UPDATE ON laptop_role BEGIN SELECT raise(ABORT, 'laptop_role is only ever added to'); END;
CREATE TRIGGER received_bundle_is_fixed BEFORE UPDATE ON received_bundle BEGIN SELECT raise(ABORT, 'received_bundle is only ever added to'); END;
CREATE TRIGGER received_bundle_is_kept BEFORE DELETE ON received_bundle BEGIN SELECT raise(ABORT, 'received_bundle is only ever added to'); END;
CREATE TRIGGER received_object_is_fixed BEFORE UPDATE OF kind, subject, laptop ON received_object BEGIN SELECT raise(ABORT, 'received_object is only ever added to'); END;
CREATE TRIGGER received_object_is_kept BEFORE DELETE ON received_object BEGIN SELECT raise(ABORT, 'received_object is only ever added to'); END;
CREATE TRIGGER sent_bundle_is_fixed BEFORE UPDATE ON sent_bundle BEGIN SELECT raise(ABORT, 'sent_bundle is only ever added to'); END;
CREATE TRIGGER sent_bundle_is_kept BEFORE DELETE ON sent_bundle BEGIN SELECT raise(ABORT, 'sent_bundle is only ever added to'); END;
CREATE TRIGGER set_aside_is_fixed BEFORE UPDATE ON set_aside BEGIN SELECT raise(ABORT, 'set_aside is only ever added to'); END;
CREATE TRIGGER set_aside_is_kept BEFORE DELETE ON set_aside BEGIN SELECT raise(ABORT, 'set_aside is only ever added to'); END;
CREATE TRIGGER survey_sheet_is_fixed BEFORE UPDATE ON survey_sheet BEGIN SELECT raise(ABORT, 'a sheet is only ever added'); END;
CREATE TRIGGER survey_sheet_is_kept BEFORE DELETE ON survey_sheet BEGIN SELECT raise(ABORT, 'a sheet is only ever added'); END;
CREATE TABLE "_sqlite_migrations" (
"id" INTEGER PRIMARY KEY,
"migration_set" TEXT,
"name" TEXT,
"applied_at" TEXT
);
CREATE TABLE alias (
kind TEXT NOT NULL,
foreign_id TEXT NOT NULL,
own_id TEXT NOT NULL,
laptop TEXT NOT NULL,
told TEXT NOT NULL,
at TEXT NOT NULL,
author TEXT NOT NULL,
PRIMARY KEY (kind, foreign_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE amendment (
id TEXT PRIMARY KEY,
inspection_id TEXT NOT NULL REFERENCES inspection(id),
scorecard_id TEXT REFERENCES scorecard(id),
item_id TEXT,
text TEXT NOT NULL,
reason TEXT NOT NULL,
author TEXT NOT NULL,
at TEXT NOT NULL
) STRICT;
CREATE TABLE answer (
scorecard INTEGER NOT NULL REFERENCES scorecard(key),
item TEXT NOT NULL,
verdict TEXT NOT NULL,
count INTEGER NOT NULL,
option INTEGER,
measured INTEGER,
samples TEXT,
phrases TEXT,
note TEXT, praised INTEGER NOT NULL DEFAULT 0, correction TEXT, cases TEXT,
PRIMARY KEY (scorecard, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE choice (
id TEXT PRIMARY KEY,
at TEXT NOT NULL,
author TEXT NOT NULL,
kind TEXT NOT NULL,
subject TEXT NOT NULL,
kept TEXT NOT NULL
) STRICT;
CREATE TABLE circular_text (
first TEXT NOT NULL,
last TEXT NOT NULL,
site_ids TEXT NOT NULL,
phase TEXT NOT NULL,
content TEXT NOT NULL,
generated TEXT NOT NULL,
edited_at TEXT NOT NULL,
PRIMARY KEY (first, last, site_ids, phase)
) STRICT, WITHOUT ROWID;
CREATE TABLE clock_remark (
id TEXT PRIMARY KEY,
kind TEXT NOT NULL,
reference TEXT NOT NULL,
moment TEXT NOT NULL,
said_at TEXT NOT NULL,
said_by TEXT NOT NULL,
reason TEXT NOT NULL
) STRICT;
CREATE TABLE complaint (
id TEXT PRIMARY KEY,
number TEXT NOT NULL,
channel TEXT NOT NULL,
kind TEXT NOT NULL,
received_at TEXT NOT NULL,
day TEXT NOT NULL,
site_id TEXT NOT NULL REFERENCES site(id),
site_name TEXT NOT NULL,
window_number TEXT NOT NULL,
content TEXT NOT NULL,
anonymous INTEGER NOT NULL,
complainant TEXT NOT NULL,
phone TEXT NOT NULL,
first_asked TEXT NOT NULL,
deadline TEXT NOT NULL,
department TEXT NOT NULL,
owner TEXT NOT NULL,
inspection_id TEXT REFERENCES inspection(id),
state TEXT NOT NULL,
round INTEGER NOT NULL,
extensions INTEGER NOT NULL,
accepted_at TEXT,
verified_at TEXT,
verified_by TEXT NOT NULL,
upheld INTEGER,
verification TEXT NOT NULL,
finding_ids TEXT,
evidence_ids TEXT,
answered_at TEXT,
answer TEXT NOT NULL,
followed_up_at TEXT,
grade TEXT,
follow_up TEXT NOT NULL,
archived_at TEXT,
changed_at TEXT,
CHECK (NOT anonymous OR (complainant = '' AND phone = ''))
) STRICT;
CREATE TABLE complaint_event (
sequence INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
complaint_id TEXT NOT NULL REFERENCES complaint(id),
at TEXT NOT NULL,
kind TEXT NOT NULL,
content TEXT NOT NULL,
author TEXT NOT NULL,
source TEXT NOT NULL,
reference TEXT NOT NULL
) STRICT;
CREATE TABLE department (
id TEXT PRIMARY KEY,
site_id TEXT NOT NULL REFERENCES site(id),
name TEXT NOT NULL,
ended_on TEXT,
UNIQUE (site_id, name)
) STRICT;
CREATE TABLE difference (
id TEXT PRIMARY KEY,
kind TEXT NOT NULL,
own_id TEXT NOT NULL,
laptop TEXT NOT NULL,
mine TEXT NOT NULL,
theirs TEXT NOT NULL,
at TEXT NOT NULL,
chosen TEXT,
chosen_at TEXT,
chosen_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE draft (
owner TEXT NOT NULL,
editor TEXT NOT NULL,
place TEXT NOT NULL,
content TEXT NOT NULL,
PRIMARY KEY (owner, editor, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE erased_file (
erasure_id TEXT NOT NULL REFERENCES erasure(id),
evidence_id TEXT NOT NULL REFERENCES evidence(id),
digest TEXT NOT NULL,
suffix TEXT NOT NULL,
PRIMARY KEY (evidence_id, digest)
) STRICT, WITHOUT ROWID;
CREATE TABLE erasure (
id TEXT PRIMARY KEY,
kind TEXT NOT NULL,
at TEXT NOT NULL,
reason TEXT NOT NULL,
author TEXT NOT NULL,
stand_in TEXT NOT NULL,
counts TEXT NOT NULL
) STRICT;
CREATE TABLE erasure_change (
erasure_id TEXT NOT NULL REFERENCES erasure(id),
kind TEXT NOT NULL,
subject TEXT NOT NULL,
before TEXT NOT NULL,
after TEXT NOT NULL,
PRIMARY KEY (erasure_id, kind, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE evaluation (
id TEXT PRIMARY KEY,
first TEXT NOT NULL,
last TEXT NOT NULL,
phase TEXT NOT NULL,
scheme_number INTEGER NOT NULL,
content TEXT NOT NULL,
note TEXT NOT NULL,
published_by TEXT NOT NULL,
published_at TEXT NOT NULL,
corrects TEXT REFERENCES evaluation(id)
) STRICT;
CREATE TABLE evaluation_scheme (
id TEXT PRIMARY KEY,
number INTEGER NOT NULL UNIQUE,
content TEXT NOT NULL,
made_at TEXT NOT NULL
) STRICT;
CREATE TABLE event_origin (
event TEXT PRIMARY KEY,
laptop TEXT NOT NULL,
parents TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE evidence (
id TEXT PRIMARY KEY,
digest TEXT NOT NULL,
suffix TEXT NOT NULL,
size INTEGER NOT NULL,
kind TEXT NOT NULL,
role TEXT NOT NULL,
inspection_id TEXT REFERENCES inspection(id),
scorecard_id TEXT REFERENCES scorecard(id),
item_id TEXT,
finding_id TEXT REFERENCES finding(id),
name TEXT NOT NULL,
origin TEXT NOT NULL,
width INTEGER,
height INTEGER,
taken_at TEXT,
added_at TEXT NOT NULL,
annotated TEXT,
removed_at TEXT
) STRICT;
CREATE TABLE evidence_event (
sequence INTEGER PRIMARY KEY,
evidence_id TEXT NOT NULL REFERENCES evidence(id),
at TEXT NOT NULL,
kind TEXT NOT NULL,
content TEXT NOT NULL
) STRICT;
CREATE TABLE finding (
id TEXT PRIMARY KEY,
number TEXT NOT NULL,
inspection_id TEXT NOT NULL REFERENCES inspection(id),
scorecard_id TEXT NOT NULL REFERENCES scorecard(id),
item_id TEXT NOT NULL,
site_id TEXT NOT NULL REFERENCES site(id),
site_name TEXT NOT NULL,
window_number TEXT NOT NULL,
staff_number TEXT NOT NULL,
category TEXT NOT NULL,
item_text TEXT NOT NULL,
text TEXT NOT NULL,
deduction INTEGER NOT NULL,
veto INTEGER NOT NULL,
requirement TEXT NOT NULL,
responsible TEXT NOT NULL,
department TEXT NOT NULL,
owner TEXT NOT NULL,
leader TEXT NOT NULL,
type TEXT NOT NULL,
deadline TEXT NOT NULL,
raised_at TEXT NOT NULL,
day TEXT NOT NULL,
state TEXT NOT NULL,
closed_at TEXT
, round INTEGER NOT NULL DEFAULT 1, assigned_at TEXT, extensions INTEGER NOT NULL DEFAULT 0, correction TEXT NOT NULL DEFAULT '', reported_text TEXT NOT NULL DEFAULT '', done_on TEXT, rechecked_at TEXT, rechecked_by TEXT NOT NULL DEFAULT '', recheck_passed INTEGER, recheck_note TEXT NOT NULL DEFAULT '', appealed_at TEXT, appeal TEXT NOT NULL DEFAULT '', review TEXT, reviewed_deduction INTEGER, notice TEXT NOT NULL DEFAULT '', changed_at TEXT, times_at_window INTEGER NOT NULL DEFAULT 1, times_at_site INTEGER NOT NULL DEFAULT 1, asked_until TEXT, asked_reason TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE finding_event (
sequence INTEGER PRIMARY KEY,
finding_id TEXT NOT NULL REFERENCES finding(id),
at TEXT NOT NULL,
kind TEXT NOT NULL,
content TEXT NOT NULL
, id TEXT NOT NULL DEFAULT '', author TEXT NOT NULL DEFAULT '', source TEXT NOT NULL DEFAULT 'program', reference TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE finding_line (
place INTEGER PRIMARY KEY,
id TEXT NOT NULL,
day TEXT NOT NULL,
state TEXT NOT NULL,
deadline TEXT NOT NULL,
times_at_window INTEGER NOT NULL,
appealed_at TEXT,
asked_until TEXT
) STRICT;
CREATE VIRTUAL TABLE finding_search USING fts5(grams, content = '', detail = none, tokenize = 'ascii');
CREATE TABLE 'finding_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'finding_search_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'finding_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'finding_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE finding_searched (last INTEGER NOT NULL) STRICT;
CREATE TABLE holiday (
day TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE inspection (
id TEXT PRIMARY KEY,
site_id TEXT NOT NULL REFERENCES site(id),
site_name TEXT NOT NULL,
kind TEXT NOT NULL,
inspectors TEXT NOT NULL,
pack_hash TEXT NOT NULL REFERENCES pack(hash),
state TEXT NOT NULL,
started_at TEXT NOT NULL,
day TEXT NOT NULL,
completed_at TEXT,
phase TEXT NOT NULL,
cursor_scorecard TEXT,
cursor_item TEXT,
score INTEGER,
bonus INTEGER,
vetoes INTEGER,
windows INTEGER,
grade TEXT
, slot TEXT NOT NULL DEFAULT '', conflicts TEXT, seal TEXT, reviewed_score INTEGER, reviewed_vetoes INTEGER, reviewed_grade TEXT, form TEXT NOT NULL DEFAULT 'full', seed TEXT NOT NULL DEFAULT '', base_hash TEXT REFERENCES pack(hash), observed INTEGER, asked INTEGER, ranked_score INTEGER, ranked_vetoes INTEGER, ranked_grade TEXT, party TEXT, shared_by TEXT) STRICT;
CREATE TABLE inspection_category (
inspection_id TEXT NOT NULL REFERENCES inspection(id),
category TEXT NOT NULL,
rate INTEGER, reviewed_rate INTEGER, ranked_rate INTEGER,
PRIMARY KEY (inspection_id, category)
) STRICT, WITHOUT ROWID;
CREATE TABLE inspector (
id TEXT PRIMARY KEY,
name TEXT NOT NULL,
unit TEXT NOT NULL,
role TEXT NOT NULL,
group_name TEXT NOT NULL,
phone TEXT NOT NULL,
away_first TEXT,
away_last TEXT,
ended_on TEXT,
UNIQUE (name, unit)
) STRICT;
CREATE TABLE inspector_event (
sequence INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
batch INTEGER NOT NULL,
at TEXT NOT NULL,
inspector_id TEXT NOT NULL REFERENCES inspector(id),
before TEXT,
after TEXT NOT NULL
) STRICT;
CREATE TABLE journal (
number INTEGER PRIMARY KEY,
kind TEXT NOT NULL,
subject TEXT NOT NULL,
owner TEXT NOT NULL,
title TEXT NOT NULL,
recipe INTEGER NOT NULL,
digest TEXT NOT NULL,
at TEXT NOT NULL,
note TEXT NOT NULL,
link TEXT NOT NULL
) STRICT;
CREATE TABLE laptop (
id TEXT PRIMARY KEY,
code TEXT NOT NULL,
name TEXT NOT NULL,
key TEXT NOT NULL,
met_at TEXT NOT NULL,
confirmed_at TEXT,
confirmed_by TEXT NOT NULL
) STRICT;
CREATE TABLE laptop_role (
id TEXT PRIMARY KEY,
laptop TEXT NOT NULL,
sites TEXT NOT NULL,
at TEXT NOT NULL,
author TEXT NOT NULL
) STRICT;
CREATE TABLE ledger_export (
number INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
at TEXT NOT NULL,
author TEXT NOT NULL,
workbook TEXT NOT NULL,
file_name TEXT NOT NULL,
findings INTEGER NOT NULL,
digest TEXT NOT NULL
) STRICT;
CREATE TABLE ledger_export_run (
export INTEGER NOT NULL REFERENCES ledger_export(number),
first INTEGER NOT NULL,
last INTEGER NOT NULL,
PRIMARY KEY (export, first)
) STRICT, WITHOUT ROWID;
CREATE TABLE meeting (
id TEXT PRIMARY KEY,
site_id TEXT NOT NULL REFERENCES site(id),
site_name TEXT NOT NULL,
since TEXT NOT NULL,
started_at TEXT NOT NULL,
day TEXT NOT NULL,
ended_at TEXT,
discarded_at TEXT,
host TEXT NOT NULL,
present TEXT,
absent TEXT,
budget INTEGER NOT NULL,
drill TEXT NOT NULL,
drill_note TEXT NOT NULL,
tasks TEXT NOT NULL,
praise TEXT NOT NULL
, cursor TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE meeting_finding (
meeting_id TEXT NOT NULL REFERENCES meeting(id),
position INTEGER NOT NULL,
finding_id TEXT NOT NULL REFERENCES finding(id),
part TEXT NOT NULL, left_out INTEGER NOT NULL DEFAULT 0,
PRIMARY KEY (meeting_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE own_phrase (
pack_id TEXT NOT NULL,
item TEXT NOT NULL,
text TEXT NOT NULL,
uses INTEGER NOT NULL,
used_at TEXT NOT NULL,
PRIMARY KEY (pack_id, item, text)
) STRICT, WITHOUT ROWID;
CREATE TABLE pack (
hash TEXT PRIMARY KEY,
pack_id TEXT NOT NULL,
title TEXT NOT NULL,
version TEXT NOT NULL,
content TEXT NOT NULL
, weighing TEXT NOT NULL DEFAULT '', ranked_from INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE patrol_entry (
id TEXT PRIMARY KEY,
inspection_id TEXT NOT NULL REFERENCES inspection(id),
scorecard_id TEXT NOT NULL REFERENCES scorecard(id),
position INTEGER NOT NULL,
at TEXT NOT NULL,
place TEXT NOT NULL,
category TEXT,
item_id TEXT NOT NULL,
text TEXT NOT NULL,
handled TEXT,
to_meeting INTEGER NOT NULL,
finding_id TEXT REFERENCES finding(id)
) STRICT;
CREATE TABLE phase_entry (
id TEXT PRIMARY KEY,
phase_id TEXT NOT NULL,
name TEXT NOT NULL,
first TEXT NOT NULL,
last TEXT NOT NULL,
ended INTEGER NOT NULL,
at TEXT NOT NULL
) STRICT;
CREATE TABLE plan (
id TEXT PRIMARY KEY,
family TEXT NOT NULL,
version INTEGER NOT NULL,
name TEXT NOT NULL,
phase TEXT NOT NULL,
first TEXT NOT NULL,
last TEXT NOT NULL,
covert INTEGER NOT NULL,
author TEXT NOT NULL,
made_at TEXT NOT NULL,
withdrawn INTEGER NOT NULL
) STRICT;
CREATE TABLE plan_barred (
plan_id TEXT NOT NULL REFERENCES plan(id),
position INTEGER NOT NULL,
who TEXT NOT NULL,
site_id TEXT NOT NULL REFERENCES site(id),
site_name TEXT NOT NULL,
PRIMARY KEY (plan_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE plan_draw (
id TEXT PRIMARY KEY,
plan_id TEXT NOT NULL REFERENCES plan(id),
at TEXT NOT NULL,
way TEXT NOT NULL,
seed TEXT NOT NULL,
lots TEXT NOT NULL,
site_id TEXT NOT NULL REFERENCES site(id),
site_name TEXT NOT NULL,
window_ids TEXT NOT NULL,
window_numbers TEXT NOT NULL
) STRICT;
CREATE TABLE plan_site (
plan_id TEXT NOT NULL REFERENCES plan(id),
position INTEGER NOT NULL,
site_id TEXT NOT NULL REFERENCES site(id),
site_name TEXT NOT NULL,
visits INTEGER NOT NULL,
share INTEGER NOT NULL,
windows INTEGER NOT NULL,
who TEXT NOT NULL,
PRIMARY KEY (plan_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE received_bundle (
id TEXT PRIMARY KEY,
laptop TEXT NOT NULL,
made_at TEXT NOT NULL,
received_at TEXT NOT NULL,
file_name TEXT NOT NULL,
counts TEXT NOT NULL,
left_out TEXT NOT NULL,
digest TEXT NOT NULL,
author TEXT NOT NULL
, aim TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE received_object (
kind TEXT NOT NULL,
subject TEXT NOT NULL,
laptop TEXT NOT NULL,
bundle TEXT NOT NULL,
digest TEXT NOT NULL,
places TEXT NOT NULL,
left_out TEXT NOT NULL,
PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE recheck_entry (
inspection_id TEXT NOT NULL REFERENCES inspection(id),
finding_id TEXT NOT NULL REFERENCES finding(id),
position INTEGER NOT NULL,
outcome TEXT,
note TEXT NOT NULL,
at TEXT,
PRIMARY KEY (inspection_id, finding_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE roster_event (
sequence INTEGER PRIMARY KEY,
batch INTEGER NOT NULL,
at TEXT NOT NULL,
subject TEXT NOT NULL,
subject_id TEXT NOT NULL,
site_id TEXT NOT NULL REFERENCES site(id),
before TEXT,
after TEXT NOT NULL
) STRICT;
CREATE TABLE scorecard (
key INTEGER PRIMARY KEY,
id TEXT NOT NULL UNIQUE,
inspection_id TEXT NOT NULL REFERENCES inspection(id),
position INTEGER NOT NULL,
scope TEXT NOT NULL,
window_id TEXT REFERENCES "window"(id),
window_number TEXT NOT NULL,
window_kind TEXT NOT NULL,
staff_number TEXT NOT NULL,
staff_name TEXT NOT NULL,
department TEXT NOT NULL,
leader TEXT NOT NULL,
left_out INTEGER NOT NULL DEFAULT 0,
score INTEGER,
bonus INTEGER,
vetoes INTEGER,
grade TEXT
, left_out_reason TEXT NOT NULL DEFAULT '', reviewed_score INTEGER, reviewed_vetoes INTEGER, reviewed_grade TEXT, observed INTEGER, asked INTEGER, ranked_score INTEGER, ranked_vetoes INTEGER, ranked_grade TEXT) STRICT;
CREATE TABLE scorecard_category (
scorecard INTEGER NOT NULL REFERENCES scorecard(key),
category TEXT NOT NULL,
got INTEGER NOT NULL,
full INTEGER NOT NULL,
rate INTEGER, reviewed_got INTEGER, reviewed_rate INTEGER, ranked_rate INTEGER,
PRIMARY KEY (scorecard, category)
) STRICT, WITHOUT ROWID;
CREATE TABLE sent_bundle (
id TEXT PRIMARY KEY,
at TEXT NOT NULL,
name TEXT NOT NULL,
reached INTEGER NOT NULL,
scope TEXT NOT NULL,
counts TEXT NOT NULL,
left_out TEXT NOT NULL,
digest TEXT NOT NULL
) STRICT;
CREATE TABLE sequence (prefix TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
CREATE TABLE set_aside (
id TEXT PRIMARY KEY,
kind TEXT NOT NULL,
subject TEXT NOT NULL,
digest TEXT NOT NULL,
title TEXT NOT NULL,
laptop TEXT NOT NULL,
bundle TEXT NOT NULL,
at TEXT NOT NULL,
body TEXT NOT NULL,
UNIQUE (kind, subject, digest)
) STRICT;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE signature (
inspection_id TEXT PRIMARY KEY REFERENCES inspection(id),
signer TEXT NOT NULL,
strokes TEXT,
refusal TEXT NOT NULL,
signed_at TEXT NOT NULL,
seal TEXT NOT NULL
, digest TEXT) STRICT;
CREATE TABLE site (
id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE
, ended_on TEXT, unit TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE site_override (
site_id TEXT NOT NULL REFERENCES site(id),
pack_id TEXT NOT NULL,
item TEXT NOT NULL,
reason TEXT NOT NULL,
off INTEGER NOT NULL,
full_marks INTEGER,
each INTEGER,
upper_limit INTEGER, red_line INTEGER NOT NULL DEFAULT 0,
PRIMARY KEY (site_id, pack_id, item)
) STRICT;
CREATE TABLE staff (
id TEXT PRIMARY KEY,
window_id TEXT NOT NULL REFERENCES "window"(id),
number TEXT NOT NULL,
name TEXT NOT NULL,
team TEXT NOT NULL,
position INTEGER NOT NULL, ended_on TEXT,
UNIQUE (window_id, number, name)
) STRICT;
CREATE TABLE survey_beside (
sheet TEXT PRIMARY KEY REFERENCES survey_sheet(id),
counts TEXT NOT NULL REFERENCES survey_sheet(id)
) STRICT, WITHOUT ROWID;
CREATE TABLE survey_sheet (
id TEXT PRIMARY KEY,
site_id TEXT NOT NULL REFERENCES site(id),
site_name TEXT NOT NULL,
day TEXT NOT NULL,
entered_at TEXT NOT NULL,
channel TEXT NOT NULL,
grade TEXT,
reason TEXT NOT NULL,
window_number TEXT NOT NULL,
inspection_id TEXT NOT NULL,
slip INTEGER,
source TEXT NOT NULL,
source_key TEXT NOT NULL,
replaces TEXT NOT NULL
) STRICT;
CREATE TABLE training (
id TEXT PRIMARY KEY,
at TEXT NOT NULL,
grouping TEXT NOT NULL,
group_name TEXT NOT NULL,
team TEXT NOT NULL,
site_id TEXT NOT NULL,
site_name TEXT NOT NULL,
pack_id TEXT NOT NULL,
topic TEXT NOT NULL,
items TEXT NOT NULL,
first TEXT NOT NULL,
last TEXT NOT NULL,
held_on TEXT NOT NULL,
took_part INTEGER NOT NULL,
led_by TEXT NOT NULL
) STRICT;
CREATE TABLE training_taken_back (
id TEXT PRIMARY KEY,
at TEXT NOT NULL,
held_id TEXT NOT NULL REFERENCES training(id),
reason TEXT NOT NULL
) STRICT;
CREATE TABLE unfinished_erasure (
erasure_id TEXT PRIMARY KEY REFERENCES erasure(id)
) STRICT, WITHOUT ROWID;
CREATE TABLE unsettled (
kind TEXT NOT NULL,
subject TEXT NOT NULL,
since TEXT NOT NULL,
PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE "window" (
id TEXT PRIMARY KEY,
site_id TEXT NOT NULL REFERENCES site(id),
number TEXT NOT NULL,
kind TEXT NOT NULL,
department TEXT NOT NULL,
leader TEXT NOT NULL,
position INTEGER NOT NULL, ended_on TEXT,
UNIQUE (site_id, number)
) STRICT;
CREATE INDEX alias_by_own ON alias (kind, own_id);
CREATE INDEX amendment_by_inspection ON amendment (inspection_id, at);
CREATE INDEX choice_by_subject ON choice (kind, subject, at);
CREATE INDEX clock_remark_by_reference ON clock_remark (reference);
CREATE INDEX complaint_by_day ON complaint (day);
CREATE INDEX complaint_by_number ON complaint (number);
CREATE INDEX complaint_by_site ON complaint (site_id, day);
CREATE INDEX complaint_by_state ON complaint (state, deadline);
CREATE INDEX complaint_event_by_complaint ON complaint_event (complaint_id, sequence);
CREATE INDEX difference_by_subject ON difference (kind, own_id);
CREATE INDEX difference_waiting ON difference (at) WHERE chosen IS NULL;
CREATE INDEX erasure_change_by_subject ON erasure_change (kind, subject);
CREATE INDEX evaluation_by_period ON evaluation (first, last);
CREATE INDEX evidence_by_digest ON evidence (digest);
CREATE INDEX evidence_by_finding ON evidence (finding_id);
CREATE INDEX evidence_by_inspection ON evidence (inspection_id);
CREATE INDEX evidence_event_by_evidence ON evidence_event (evidence_id, sequence);
CREATE INDEX finding_by_appeal ON finding (site_id) WHERE appealed_at IS NOT NULL;
CREATE INDEX finding_by_asked ON finding (site_id) WHERE asked_until IS NOT NULL;
CREATE INDEX finding_by_closing ON finding (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX finding_by_day ON finding (day);
CREATE INDEX finding_by_inspection ON finding (inspection_id);
CREATE INDEX finding_by_item ON finding (site_id, item_id, day);
CREATE INDEX finding_by_notice ON finding (notice) WHERE notice <> '';
CREATE INDEX finding_by_number ON finding (number);
CREATE INDEX finding_by_place ON finding (window_number, department, owner, site_id);
CREATE INDEX finding_by_review ON finding (inspection_id) WHERE reviewed_deduction IS NOT NULL;
CREATE INDEX finding_by_site ON finding (site_id, day, state, deadline, times_at_window, appealed_at);
CREATE INDEX finding_by_site_closing ON finding (site_id, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX finding_by_state ON finding (state, deadline, times_at_window, appealed_at);
CREATE INDEX finding_event_by_finding ON finding_event (finding_id, sequence);
CREATE UNIQUE INDEX finding_event_by_id ON finding_event (id);
CREATE INDEX finding_event_by_source ON finding_event (reference) WHERE source = 'meeting';
CREATE INDEX finding_event_by_survey ON finding_event (reference) WHERE source = 'survey';
CREATE INDEX finding_for_figures ON finding (day, inspection_id, item_id, state, deadline, veto, times_at_window);
CREATE INDEX finding_unfinished_by_site ON finding (site_id, inspection_id)
WHERE state IN ('open', 'rectifying', 'reported');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX inspection_by_phase ON inspection (phase, day) WHERE phase <> '';
CREATE INDEX inspection_by_shared_day ON inspection (day) WHERE shared_by IS NOT NULL;
CREATE INDEX inspection_by_site ON inspection (site_id, day);
CREATE INDEX inspection_by_state ON inspection (state, day);
CREATE INDEX inspector_event_by_batch ON inspector_event (batch, sequence);
CREATE INDEX inspector_event_by_inspector ON inspector_event (inspector_id, sequence);
CREATE INDEX journal_by_owner ON journal (owner, kind);
CREATE INDEX journal_by_title ON journal (kind, title) WHERE title <> '';
CREATE INDEX meeting_by_day ON meeting (day);
CREATE INDEX meeting_by_site ON meeting (site_id, day);
CREATE INDEX meeting_finding_by_finding ON meeting_finding (finding_id);
CREATE INDEX patrol_entry_by_inspection ON patrol_entry (inspection_id, position);
CREATE INDEX plan_by_day ON plan (last, first);
CREATE INDEX plan_by_family ON plan (family, version);
CREATE INDEX plan_draw_by_plan ON plan_draw (plan_id, at);
CREATE INDEX roster_event_by_batch ON roster_event (batch, sequence);
CREATE INDEX roster_event_by_site ON roster_event (site_id, sequence);
CREATE INDEX roster_event_by_subject ON roster_event (subject_id, sequence);
CREATE INDEX scorecard_by_inspection ON scorecard (inspection_id, position);
CREATE INDEX survey_sheet_by_day ON survey_sheet (day, site_id);
CREATE INDEX survey_sheet_by_key ON survey_sheet (source_key) WHERE source_key <> '';
CREATE INDEX survey_sheet_by_replaced ON survey_sheet (replaces) WHERE replaces <> '';
CREATE INDEX training_by_day ON training (held_on);
CREATE INDEX training_taken_back_by_held ON training_taken_back (held_id);
