"""Telegram updates (without update_id) and the content each is read as. Shapes as in the Bot API's own examples."""

from typing import Any, Final

from bot.channels.base import Blocked, Content, Edited, Ignored, Media, Start, Tap, Text, Unreadable

USER: Final = {"id": 7_000_000_007, "is_bot": False, "first_name": "Ana", "last_name": "Gómez", "username": "ana", "language_code": "pt-br"}
CHAT: Final = {"id": 7_000_000_007, "type": "private", "first_name": "Ana"}
GROUP: Final = {"id": -100123, "type": "supergroup", "title": "Familia"}
PHOTO: Final = [
    {"file_id": "small", "file_unique_id": "s", "width": 90, "height": 67, "file_size": 900},
    {"file_id": "large", "file_unique_id": "l", "width": 1280, "height": 960, "file_size": 150_000},
    {"file_id": "middle", "file_unique_id": "m", "width": 320, "height": 240, "file_size": 20_000},
]
BOT: Final = {"id": 1, "is_bot": True, "first_name": "Bot"}
REF: Final = "7000000007:11"


def _message(**content: Any) -> dict[str, Any]:
    return {"message": {"message_id": 11, "date": 1_767_225_600, "chat": CHAT, "from": USER, **content}}


def _file(**more: Any) -> dict[str, Any]:
    return {"file_id": "f1", "file_unique_id": "u1", "file_size": 5000, **more}


def _edited(**content: Any) -> dict[str, Any]:
    return {"edited_message": {"message_id": 11, "date": 1_767_225_600, "edit_date": 1_767_225_660, "chat": CHAT, "from": USER, **content}}


def _tap(data: str | None = "screening.pregnancy:1:no", **more: Any) -> dict[str, Any]:
    markup = {
        "inline_keyboard": [[{"text": "Sí", "callback_data": "a:1:yes"}, {"text": "No", "callback_data": "screening.pregnancy:1:no"}]]
    }
    message = {"message_id": 11, "date": 1_767_225_600, "chat": CHAT, "from": BOT, "text": "¿?", "reply_markup": markup}
    query: dict[str, Any] = {"id": "4382bfdwdsb323b2d9", "from": USER, "message": message, "chat_instance": "-3", "data": data, **more}
    return {"callback_query": {name: value for name, value in query.items() if value is not None}}


def _member(status: str, chat: dict[str, Any] = CHAT) -> dict[str, Any]:
    member: dict[str, Any] = {"user": BOT, "status": status} | ({"until_date": 0} if status == "kicked" else {})
    old = {"user": BOT, "status": "member"}
    return {"my_chat_member": {"chat": chat, "from": USER, "date": 1_767_225_600, "old_chat_member": old, "new_chat_member": member}}


CASES: Final[dict[str, tuple[dict[str, Any], Content]]] = {
    "words": (_message(text="Me duele la rodilla"), Text("Me duele la rodilla")),
    "words with entities": (
        _message(text="👩‍⚕️ vea https://x.example", entities=[{"type": "url", "offset": 6, "length": 17}]),
        Text("👩‍⚕️ vea https://x.example"),
    ),
    "words with NUL and a lone surrogate": (_message(text="a\x00b\ud800c"), Text("ab\ufffdc")),
    "words decomposed": (_message(text="si\u0301"), Text("sí")),
    "start": (_message(text="/start"), Start("")),
    "start with payload": (_message(text="/start Ab-9_z"), Start("Ab-9_z")),
    "start in a mention": (_message(text="/start@ClinicBot ref"), Start("ref")),
    "start with a payload too long": (_message(text="/start " + "x" * 200), Start("x" * 64)),
    "stop": (_message(text="/stop"), Text("/stop")),
    "help in a mention": (_message(text="/help@ClinicBot"), Text("/help")),
    "language with a word": (_message(text="/language fr"), Text("/language fr")),
    "a lone slash": (_message(text="/"), Text("/")),
    "starting with a word like start": (_message(text="/started"), Text("/started")),
    "forwarded": (
        _message(text="Resultado: bien", forward_origin={"type": "hidden_user", "sender_user_name": "Dr", "date": 1}),
        Text("Resultado: bien"),
    ),
    "reply": (_message(text="sí", reply_to_message={"message_id": 3, "date": 1, "chat": CHAT, "text": "¿?"}), Text("sí")),
    "photo": (
        _message(photo=PHOTO, caption="mi rodilla", media_group_id="m1"),
        Media("photo", "large", size=150_000, caption="mi rodilla", album="m1"),
    ),
    "pdf": (
        _message(document=_file(mime_type="application/pdf", file_name="estudio.pdf")),
        Media("pdf", "f1", "application/pdf", 5000, "estudio.pdf"),
    ),
    "picture as a file": (_message(document=_file(mime_type="image/heic")), Media("photo", "f1", "image/heic", 5000)),
    "other file": (_message(document=_file(mime_type="application/zip")), Media("document", "f1", "application/zip", 5000)),
    "file of no type": (_message(document={"file_id": "f1", "file_unique_id": "u1"}), Media("document", "f1")),
    "voice": (_message(voice=_file(duration=3, mime_type="audio/ogg")), Media("voice", "f1", "audio/ogg", 5000)),
    "audio": (_message(audio=_file(duration=3, mime_type="audio/mpeg", title="x")), Media("voice", "f1", "audio/mpeg", 5000)),
    "video": (_message(video=_file(width=1, height=1, duration=3, mime_type="video/mp4")), Media("video", "f1", "video/mp4", 5000)),
    "round video": (_message(video_note=_file(length=240, duration=3)), Media("video", "f1", size=5000)),
    "animation, which also carries a document": (
        _message(animation=_file(width=1, height=1, duration=1, mime_type="video/mp4"), document=_file(mime_type="video/mp4")),
        Media("video", "f1", "video/mp4", 5000),
    ),
    "sticker": (
        _message(sticker=_file(width=512, height=512, is_animated=False, is_video=False, type="regular")),
        Unreadable("sticker"),
    ),
    "location": (_message(location={"latitude": 32.5, "longitude": -117.0}), Unreadable("location")),
    "live location": (_message(location={"latitude": 32.5, "longitude": -117.0, "live_period": 900}), Unreadable("location")),
    "venue, which also carries a location": (
        _message(
            venue={"location": {"latitude": 1, "longitude": 1}, "title": "t", "address": "a"}, location={"latitude": 1, "longitude": 1}
        ),
        Unreadable("location"),
    ),
    "contact": (_message(contact={"phone_number": "+52155", "first_name": "Luis", "user_id": 9}), Unreadable("contact")),
    "dice": (_message(dice={"emoji": "🎲", "value": 3}), Unreadable("other")),
    "poll": (_message(poll={"id": "1", "question": "q", "options": []}), Unreadable("other")),
    "voice as some servers word it": (_message(voice={"file_id": "f1"}), Media("voice", "f1")),
    "reply to something odd": (_message(text="sí", reply_to_message={"odd": True}, quote=5), Text("sí")),
    "something newer than the SDK": (_message(hologram={"file_id": "h"}), Unreadable("other")),
    "Telegram's own note": (_message(message_auto_delete_timer_changed={"message_auto_delete_time": 86400}), Ignored("service_message")),
    "edited words": (_edited(text="la derecha"), Edited(REF, "la derecha")),
    "edited caption": (_edited(photo=PHOTO, caption="otra"), Edited(REF, "otra")),
    "live location moved": (_edited(location={"latitude": 32.6, "longitude": -117.0, "live_period": 900}), Ignored("live_location")),
    "edited picture": (_edited(photo=PHOTO), Ignored("edit_without_words")),
    "tap": (_tap(), Tap("screening.pregnancy:1:no", REF, "No")),
    "tap under a message too old to show": (
        _tap(message={"message_id": 11, "date": 0, "chat": CHAT}),
        Tap("screening.pregnancy:1:no", REF, ""),
    ),
    "tap without a chat instance": (_tap(chat_instance=None), Tap("screening.pregnancy:1:no", REF, "No")),
    "tap of a game": (_tap(None, game_short_name="g"), Ignored("tap_elsewhere")),
    "tap under an inline message": (_tap(message=None, inline_message_id="i"), Ignored("tap_elsewhere")),
    "tap in a group": (_tap(message={"message_id": 11, "date": 1, "chat": GROUP, "text": "¿?"}), Ignored("tap_elsewhere")),
    "blocked": (_member("kicked"), Blocked(blocked=True)),
    "let back in": (_member("member"), Blocked(blocked=False)),
    "added to a group": (_member("member", GROUP), Ignored("chat_supergroup")),
    "words in a group": ({"message": {**_message(text="hola")["message"], "chat": GROUP}}, Ignored("chat_supergroup")),
    "edit in a group": ({"edited_message": {**_edited(text="hola")["edited_message"], "chat": GROUP}}, Ignored("chat_supergroup")),
    "channel post": (
        {"channel_post": {"message_id": 1, "date": 1, "chat": {"id": -1001, "type": "channel", "title": "c"}, "text": "x"}},
        Ignored("channel_post"),
    ),
}

NOT_ASKED_FOR: Final = (
    *("edited_channel_post", "business_connection", "business_message", "edited_business_message", "deleted_business_messages"),
    *("message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result", "shipping_query", "pre_checkout_query"),
    *("purchased_paid_media", "poll", "poll_answer", "chat_member", "chat_join_request", "chat_boost", "removed_chat_boost"),
    *("managed_bot", "guest_message", "a_kind_of_tomorrow"),
)
"""Kinds of update we never subscribe to."""

MALFORMED: Final[tuple[dict[str, Any], ...]] = (
    {},
    {"update_id": "1"},
    {"update_id": True},
    {"update_id": None},
    {"update_id": 1, "message": "text"},
    {"update_id": 1, "message": {"text": "x"}},
    {"update_id": 1, "message": {"message_id": 1, "date": 10**20, "chat": CHAT, "from": USER, "text": "x"}},
    {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": CHAT, "from": USER, "text": 5}},
    {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": CHAT, "from": {**USER, "id": "7"}, "text": "x"}},
    {"update_id": 1, "callback_query": {"from": USER}},
    {"update_id": 1, "callback_query": {"id": "1", "data": "a:1:b", "message": {"message_id": 1, "date": 1, "chat": CHAT}}},
    {"update_id": 1, "my_chat_member": {"from": USER}},
)
