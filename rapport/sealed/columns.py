"""Which kind of visible thing stands in which text-like column of which model of ours.

`SEALED` columns hold ciphertext, hashes or signatures under keys that the server does not have.
"""

from typing import Final

from rapport.sealed.visible import Visible

SEALED: Final = "sealed"

COLUMNS: Final[dict[str, dict[Visible | str, str]]] = {
    "people.Person": {
        Visible.WHO: "email name language time_zone",
        Visible.ACCOUNT: "password theme",
    },
    "organisations.Organisation": {Visible.SYSTEM: "name slug time_zone"},
    "organisations.Invitation": {Visible.WHO: "name mailed_to", Visible.SYSTEM: "hashed_token"},
    "organisations.Duty": {Visible.PROGRAMME: "role"},
    "organisations.RecordCopy": {Visible.PROGRAMME: "archive"},
    "journal.Entry": {Visible.SYSTEM: "event values"},
    "journal.Told": {Visible.SYSTEM: "listener"},
    "audit.AuditLine": {Visible.SYSTEM: "action detail before digest"},
    "audit.SignedCheckpoint": {Visible.SYSTEM: "note"},
    "audit.CheckpointStamp": {Visible.SYSTEM: "token"},
    "notifications.ChannelChoice": {Visible.MAIL: "kind channel wish"},
    "notifications.Mail": {Visible.WHO: "address", Visible.MAIL: "trouble code"},
    "notifications.Notification": {Visible.MAIL: "event values"},
    "matching.Asking": {Visible.SIGN_UP: "side"},
    "matching.BoardEdit": {Visible.PROGRAMME: "kind before after summary_before"},
    "matching.BoardNote": {Visible.PROGRAMME: "words"},
    "matching.Choice": {Visible.SIGN_UP: "answer reasons"},
    "matching.MatchingRound": {Visible.PROGRAMME: "summary mode aim"},
    "matching.MatchingSettings": {Visible.PROGRAMME: "criteria mode shown"},
    "matching.Proposal": {Visible.PROGRAMME: "reasons parts"},
    "notifications.PushDevice": {Visible.ACCOUNT: "auth endpoint key user_agent"},
    "learning.Assembly": {Visible.PROGRAMME: "kind place"},
    "learning.BoardCard": {Visible.PROGRAMME: "group text"},
    "programmes.Programme": {Visible.PROGRAMME: "name slug purpose format"},
    "programmes.Intake": {Visible.PROGRAMME: "name code own_format"},
    "programmes.ProgrammeDuty": {Visible.PROGRAMME: "role"},
    "programmes.Enrolment": {
        Visible.WHO: "name email languages site time_zone",
        Visible.SIGN_UP: "reference role never_with stage topics answers",
    },
    "programmes.ImportRun": {
        Visible.PROGRAMME: "file_name file_digest mapping report",
        Visible.SIGN_UP: "table",
    },
    "programmes.ImportMapping": {Visible.PROGRAMME: "mapping"},
    "programmes.Draw": {Visible.PROGRAMME: "seed"},
    "evaluation.AnalysisPlan": {Visible.PROGRAMME: "decided fingerprint"},
    "evaluation.PersonnelFile": {
        Visible.PROGRAMME: "kind file_name file_digest",
        Visible.PERSONNEL: "content columns answers",
    },
    "evaluation.EvaluationReport": {Visible.PROGRAMME: "stage refusal grounds"},
    "evaluation.ReportEdition": {Visible.PROGRAMME: "language document pdf findings figures"},
    "relationships.Relationship": {Visible.COURSE: "code phase format"},
    "relationships.Participant": {Visible.PAIRED: "role"},
    "relationships.Departure": {Visible.PAIRED: "role"},
    "relationships.PhaseChange": {Visible.COURSE: "origin to still_open"},
    "relationships.MoveWish": {Visible.COURSE: "move"},
    "relationships.AgreementTemplate": {Visible.PROGRAMME: "texts own"},
    "relationships.Agreement": {Visible.COURSE: "statement"},
    "relationships.Signature": {Visible.PUBLIC_KEY: "signature"},
    "relationships.Decision": {Visible.COURSE: "next redefinition"},
    "relationships.Ending": {Visible.COURSE: "kind"},
    "relationships.Keeping": {Visible.COURSE: "keep"},
    "relationships.MeetingSeries": {Visible.COURSE: "time_zone"},
    "relationships.Pulse": {Visible.PULSE: "themes"},
    "relationships.DriftAnswer": {Visible.COURSE: "answer"},
    "relationships.Holiday": {Visible.PROGRAMME: "name"},
    "relationships.ShelfItem": {Visible.COURSE: "kind"},
    "relationships.QuestionBookmark": {Visible.COURSE: "question"},
    "relationships.CompetencyView": {Visible.COURSE: "moment phase"},
    "waves.PoolGift": {Visible.PULSE: "role subject"},
    "waves.PoolFigures": {Visible.PULSE: "role subject figures"},
    "waves.Wave": {Visible.PULSE: "subject"},
    "waves.WaveRelease": {Visible.PULSE: "group band figures"},
    "sharing.SharedAgreement": {Visible.SHARED: "document"},
    "sealed.Space": {Visible.PAIRED: "kind"},
    "sealed.Envelope": {SEALED: "sealed digest"},
    "sealed.Blob": {SEALED: "sealed"},
    "sealed.IdentityKey": {
        Visible.PUBLIC_KEY: "statement signature succession digest",
        SEALED: "bundle retired",
    },
    "sealed.UnlockSlot": {Visible.PUBLIC_KEY: "kind kdf commitment nonce", SEALED: "wrapped"},
    "sealed.Keyring": {SEALED: "wrapped"},
    "sealed.SpaceLogEntry": {Visible.PUBLIC_KEY: "entry signature digest"},
    "sealed.Approval": {Visible.PUBLIC_KEY: "signature"},
    "sealed.Grant": {SEALED: "sealed"},
    "sealed.LogProposal": {
        Visible.PUBLIC_KEY: "entry signature digest approvals",
        SEALED: "grants",
    },
}
