"""Looking for a mail: whoever has `messages` can be asked for the newest one to somebody."""

import re
import time
from email.message import EmailMessage


class Letters:
    """Waits for the worker to send; the newest mail wins."""

    def messages(self) -> list[EmailMessage]:
        """All mails so far, the oldest first."""
        raise NotImplementedError

    def mail_to(self, address: str, containing: str = "", within: float = 60) -> EmailMessage:
        """The newest mail to this address with these words in its text."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            mails = [mail for mail in self.messages() if address in str(mail["To"])]
            if found := [mail for mail in mails if containing in text_of(mail)]:
                return found[-1]
            time.sleep(0.2)
        raise AssertionError(f"No mail to {address} containing {containing!r} came.")

    def link_to(self, address: str, containing: str) -> str:
        """The link in the newest mail to this address that contains the text."""
        links: list[str] = re.findall(r"https?://\S+", text_of(self.mail_to(address, containing)))
        return next(link for link in links if containing in link)


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    text: str = body.get_content() if body else ""
    return text
