"""Twilio's WhatsApp webhooks (beyond the fields every one has) and the content each is read as. All ids and people are made up."""

from typing import Final

from bot.channels.base import AddressKind, Blocked, Content, Ignored, Media, Tap, Text, Unreadable

ACCOUNT: Final = "AC" + "0" * 31 + "1"
SID: Final = "SM" + "a" * 32
MEDIA_SID: Final = "ME" + "b" * 32
ON: Final = "SM" + "c" * 32
MEDIA_URL: Final = f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Messages/{SID}/Media/{MEDIA_SID}"
LOCATOR: Final = f"{SID}/{MEDIA_SID}"

ALWAYS: Final = {
    "SmsMessageSid": SID,
    "MessageSid": SID,
    "SmsSid": SID,
    "AccountSid": ACCOUNT,
    "From": "whatsapp:+5215512345678",
    "To": "whatsapp:+14155238886",
    "Body": "",
    "NumMedia": "0",
    "NumSegments": "1",
    "SmsStatus": "received",
    "ApiVersion": "2010-04-01",
    "ReferralNumMedia": "0",
    "ProfileName": "Ana",
    "WaId": "5215512345678",
}


def _media(kind: str, declared: str, body: str = "") -> dict[str, str]:
    return {"MessageType": kind, "Body": body, "NumMedia": "1", "MediaUrl0": MEDIA_URL, "MediaContentType0": declared}


_REPLY: Final = {"OriginalRepliedMessageSid": ON, "OriginalRepliedMessageSender": "whatsapp:+14155238886"}
_TOKEN: Final = "screening.pregnancy:1:no"

CASES: Final[dict[str, tuple[dict[str, str], Content]]] = {
    "words": ({"MessageType": "text", "Body": "me duele la rodilla"}, Text("me duele la rodilla")),
    "words without a type": ({"Body": "hola"}, Text("hola")),
    "words with NUL and a lone surrogate": ({"Body": "a\x00b\ud800c"}, Text("ab\ufffdc")),
    "a number": ({"MessageType": "text", "Body": "1"}, Text("1")),
    "nothing": ({"MessageType": "text"}, Unreadable("empty")),
    "blanks": ({"Body": " \n "}, Unreadable("empty")),
    "forwarded": ({"Body": "vea", "Forwarded": "true", "FrequentlyForwarded": "true"}, Text("vea")),
    "from an advertisement": (
        {"Body": "Hola", "ReferralBody": "Ad", "ReferralSourceId": "1", "ReferralSourceType": "ad", "ReferralCtwaClid": "x"},
        Text("Hola"),
    ),
    "reply to a message of ours": ({"Body": "sí", **_REPLY}, Text("sí")),
    "button": ({"MessageType": "button", "Body": "No", "ButtonText": "No", "ButtonPayload": _TOKEN, **_REPLY}, Tap(_TOKEN, ON, "No")),
    "interactive button": ({"MessageType": "interactive", "ButtonText": "No", "ButtonPayload": _TOKEN}, Tap(_TOKEN, "", "No")),
    "button without a payload": ({"MessageType": "button", "ButtonText": "No"}, Text("No")),
    "list row": ({"MessageType": "interactive", "Body": "No", "ListId": _TOKEN, "ListTitle": "No", **_REPLY}, Tap(_TOKEN, ON, "No")),
    "picture": (_media("image", "image/jpeg", "mi rodilla"), Media("photo", LOCATOR, "image/jpeg", caption="mi rodilla")),
    "pdf": (_media("document", "application/pdf", "estudio.pdf"), Media("pdf", LOCATOR, "application/pdf", caption="estudio.pdf")),
    "voice": (_media("audio", "audio/ogg"), Media("voice", LOCATOR, "audio/ogg")),
    "voice with codecs": (_media("audio", "Audio/OGG; codecs=opus"), Media("voice", LOCATOR, "audio/ogg; codecs=opus")),
    "video": (_media("video", "video/mp4"), Media("video", LOCATOR, "video/mp4")),
    "other file": (_media("document", "application/zip"), Media("document", LOCATOR, "application/zip")),
    "file without a type": ({"NumMedia": "1", "MediaUrl0": MEDIA_URL}, Media("document", LOCATOR)),
    "file at a host that is not Twilio's": (
        {**_media("image", "image/jpeg"), "MediaUrl0": "http://169.254.169.254/latest/meta-data"},
        Media("photo", "", "image/jpeg"),
    ),
    "card": (_media("contacts", "text/vcard"), Unreadable("contact")),
    "card without a type": (_media("", "text/x-vcard; charset=utf-8"), Unreadable("contact")),
    "contacts": ({"MessageType": "contacts"}, Unreadable("contact")),
    "sticker": (_media("sticker", "image/webp"), Unreadable("sticker")),
    "location": (
        {"MessageType": "location", "Latitude": "32.5", "Longitude": "-117.0", "Address": "Calle 1", "Label": "Casa"},
        Unreadable("location", "Casa"),
    ),
    "location without a type": ({"Latitude": "32.5", "Longitude": "-117.0"}, Unreadable("location")),
    "reaction": ({"MessageType": "reaction", "Body": "👍"}, Ignored("reaction")),
    "something newer": ({"MessageType": "order"}, Unreadable("other")),
    "opt-out at Twilio": ({"Body": "STOP", "OptOutType": "STOP"}, Blocked(blocked=True)),
    "opt-in at Twilio": ({"Body": "START", "OptOutType": "START"}, Blocked(blocked=False)),
    "help at Twilio": ({"Body": "HELP", "OptOutType": "HELP"}, Text("HELP")),
    "not WhatsApp": ({"From": "+5215512345678", "Body": "hola"}, Ignored("not_whatsapp")),
}

SENDERS: Final[dict[str, tuple[dict[str, str], str, AddressKind, tuple[tuple[AddressKind, str], ...]]]] = {
    "mobile with the old 1": ({}, "whatsapp:+5215512345678", "phone", (("phone", "whatsapp:+525512345678"),)),
    "mobile without the old 1": (
        {"From": "whatsapp:+525512345678", "WaId": "5215512345678"},
        "whatsapp:+525512345678",
        "phone",
        (("phone", "whatsapp:+5215512345678"),),
    ),
    "another country": ({"From": "whatsapp:+33612345678", "WaId": "33612345678"}, "whatsapp:+33612345678", "phone", ()),
    "number and business-scoped id": (
        {"From": "whatsapp:+33612345678", "WaId": "33612345678", "ExternalUserId": "whatsapp:FR.123abc"},
        "whatsapp:+33612345678",
        "phone",
        (("bsuid", "whatsapp:FR.123abc"),),
    ),
    "business-scoped id alone": (
        {"From": "whatsapp:MX.1347", "WaId": "", "ExternalUserId": "whatsapp:MX.1347"},
        "whatsapp:MX.1347",
        "bsuid",
        (),
    ),
    "business-scoped id with a number": (
        {"From": "whatsapp:MX.1347", "WaId": "33612345678"},
        "whatsapp:MX.1347",
        "bsuid",
        (("phone", "whatsapp:+33612345678"),),
    ),
    "odd WaId": ({"From": "whatsapp:+33612345678", "WaId": "٣٣"}, "whatsapp:+33612345678", "phone", ()),
}
"""Extra fields, then the address to answer to, its kind, and the aliases."""

MALFORMED: Final[tuple[dict[str, str], ...]] = (
    {},
    {"MessageSid": SID},
    {"From": "whatsapp:+1"},
    {"MessageSid": "", "From": "whatsapp:+1"},
    {"MessageSid": "\x00", "From": "whatsapp:+1"},
)

STATUSES: Final = {
    "accepted": "accepted",
    "scheduled": "accepted",
    "queued": "accepted",
    "sending": "accepted",
    "sent": "accepted",
    "delivered": "delivered",
    "read": "read",
    "undelivered": "failed",
    "failed": "failed",
    "canceled": "failed",
}
