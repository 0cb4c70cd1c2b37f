"""A real mail server for a test: it takes what is sent over SMTP and keeps it."""

import email
import email.policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.installation import free_port
from tests.letters import Letters


class Mailbox(Letters):
    """Listens on a port of its own; `messages` are all mails so far, the oldest first."""

    def __init__(self) -> None:
        self.raw: list[bytes] = []
        self.answers: dict[str, str] = {}
        """What the server says to mails for an address, such as `550 no such mailbox`."""
        self.port = free_port()
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    async def handle_RCPT(  # noqa: N802  # the server's name for it
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        if answer := self.answers.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 fine"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802  # the server's name for it
        content = envelope.content
        self.raw.append(content if isinstance(content, bytes) else (content or "").encode())
        return "250 kept"

    def messages(self) -> list[EmailMessage]:
        return [email.message_from_bytes(raw, policy=email.policy.default) for raw in self.raw]

    def start(self) -> None:
        self.controller.start()

    def stop(self) -> None:
        self.controller.stop()
