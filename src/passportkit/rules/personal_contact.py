"""A personal telephone or mailbox is published without the person's consent."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Route, Severity
from passportkit.language import mark, say
from passportkit.practice.people import Contact
from passportkit.rules.phone_number import digits_of, numbers_of
from passportkit.rules.rule import Context, Rule

_FREE_MAIL = frozenset(
    "bk.ru gmail.com googlemail.com hotmail.com icloud.com inbox.ru internet.ru lenta.ru list.ru "
    "live.com live.ru mail.ru mail.com me.com msn.com myrambler.ru narod.ru outlook.com pochta.ru "
    "proton.me protonmail.com qip.ru rambler.ru ro.ru vk.com xmail.ru ya.ru yahoo.com yandex.com "
    "yandex.ru autorambler.ru".split()
)


def check(context: Context) -> Iterator[Finding]:
    """Find mobile numbers and free mailboxes of contacts who have not agreed."""
    for contact, route in context.records("contacts"):
        if not contact.consent and not context.is_spoilt((*route, "consent")):
            yield from _phones(contact, route)
            yield from _mailboxes(contact, route)


def _phones(contact: Contact, route: Route) -> Iterator[Finding]:
    for index, text in enumerate(contact.phones or ()):
        for number, start in numbers_of(text):
            digits = digits_of(number)
            if len(digits) == 10 and digits[0] == "9":
                yield RULE.found(
                    (*route, "phones", index),
                    say("a mobile number is published without consent"),
                    say("give an office number, or write `consent: true` once the person agrees"),
                    span=(start, start + len(number)),
                )


def _mailboxes(contact: Contact, route: Route) -> Iterator[Finding]:
    for index, text in enumerate(contact.emails or ()):
        for address in text.replace(",", " ").replace(";", " ").split():
            domain = address.rpartition("@")[2].strip("<>().\"'").lower()
            if "@" in address and domain in _FREE_MAIL:
                start = text.index(address)
                yield RULE.found(
                    (*route, "emails", index),
                    say("a mailbox at {domain} is published without consent", domain=domain),
                    say("give an office address, or write `consent: true` once the person agrees"),
                    span=(start, start + len(address)),
                )


RULE = Rule(
    "personal-contact",
    Severity.WARNING,
    check,
    finds=mark("a mobile number or a free mailbox stands there without the person's consent"),
    why=mark(
        "A passport of a practice is handed on and published. Personal data may be spread only "
        "with the consent of the person, article 10.1 of the law on personal data. An office "
        "number and an office address need none in practice; where there are no others, ask, and "
        "note the answer with `consent: true`."
    ),
    bad="""\
contacts:
  - name: Светлова Анна Ильинична
    phones: 8 900 000-00-17
""",
    good="""\
contacts:
  - name: Светлова Анна Ильинична
    phones: 8 (391) 200-00-17
  - name: Ланской Пётр Андреевич
    phones: 8 900 000-00-18
    consent: true
""",
)
