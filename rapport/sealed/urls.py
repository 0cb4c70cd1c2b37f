"""A person's keys, the spaces her browser checks, and her private journal."""

from django.urls import path

from rapport.sealed.views import keys, messages, notes, pages, space

urlpatterns = [
    path("keys/", pages.your_keys, name="keys"),
    path("keys/new", pages.new_keys, name="keys_new"),
    path("keys/unlock", pages.unlock, name="keys_unlock"),
    path("keys/code", pages.new_code, name="keys_code"),
    path("keys/phrase", pages.new_phrase, name="keys_phrase"),
    path("keys/again", pages.keys_again, name="keys_again"),
    path("keys/generation", keys.generation, name="keys_generation"),
    path("keys/lost", pages.lost, name="keys_lost"),
    path("visible", pages.visible, name="visible"),
    path("keys/passkey", pages.new_passkey, name="keys_passkey"),
    path("keys/passkey/end", pages.passkey_end, name="keys_passkey_end"),
    path("keys/mine", keys.mine, name="keys_mine"),
    path("keys/set-up", keys.set_up, name="keys_set_up"),
    path("keys/slots", keys.slots, name="keys_slots"),
    path("keys/code-used", keys.code_used, name="keys_code_used"),
    path("keys/keyring", keys.keyring, name="keys_keyring"),
    path("spaces/", space.spaces, name="spaces"),
    path("spaces/<uuid:sid>/", space.circle, name="space"),
    path("spaces/<uuid:sid>/state", space.state, name="space_state"),
    path("spaces/<uuid:sid>/envelope", space.envelope, name="space_envelope"),
    path("spaces/<uuid:sid>/copy", space.copy, name="space_copy"),
    path("spaces/<uuid:sid>/everything", space.everything, name="space_everything"),
    path("spaces/<uuid:sid>/blob", messages.blob, name="space_blob"),
    path("spaces/<uuid:sid>/messages", messages.messages, name="messages"),
    path("spaces/<uuid:sid>/report", messages.report, name="space_report"),
    path("spaces/<uuid:sid>/messages/erasure", messages.message_erasure, name="message_erasure"),
    path("spaces/<uuid:sid>/log", space.log, name="space_log"),
    path("spaces/<uuid:sid>/approval", space.approval, name="space_approval"),
    path("spaces/<uuid:sid>/proposal", space.proposal, name="space_proposal"),
    path("spaces/<uuid:sid>/grant", space.grant, name="space_grant"),
    path("journal/", notes.notes, name="notes"),
    path("journal/new", notes.new_note, name="note_new"),
    path("journal/<uuid:number>/erasure", notes.erasure, name="note_erasure"),
    path("journal/<uuid:number>", notes.note, name="note"),
]
