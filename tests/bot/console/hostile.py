"""About two hundred strings that want to become something else than text, each with a sentinel that would show if one did."""

from itertools import product
from typing import Final

RUN: Final = "window.SENTINEL=1"
"""What a string would do if it were ever run."""
MARK: Final = "data-sentinel"
"""An attribute that an element made from a string would carry."""
_BREAKS: Final = ("", '">', "'>", "-->", "</title>", "</textarea>", "</script>", "</style>", "`>", "]]>")
_ELEMENTS: Final = (
    f"<script {MARK}>{RUN}</script>",
    f"<img {MARK} src=x onerror={RUN}>",
    f"<svg {MARK} onload={RUN}>",
    f"<svg><animate {MARK} onbegin={RUN} attributeName=x dur=1s>",
    f"<details {MARK} open ontoggle={RUN}>",
    f"<body {MARK} onload={RUN}>",
    f"<iframe {MARK} srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<input {MARK} autofocus onfocus={RUN}>",
    f"<math><mtext><script {MARK}>{RUN}</script></mtext></math>",
    f"<a {MARK} href=javascript:{RUN}>x</a>",
    f"<object {MARK} data=javascript:{RUN}></object>",
    f"<form {MARK} action=javascript:{RUN}><button>x</button></form>",
    f"<meta {MARK} http-equiv=refresh content='0;url=javascript:{RUN}'>",
    f"<base {MARK} href=//example.invalid/>",
    f"<link {MARK} rel=stylesheet href=//example.invalid/x.css>",
    f"<style {MARK}>*{{display:none}}</style>",
)
_OTHERS: Final = (
    "{{ 7*7 }}", "{% raw %}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{{ config }}", "{{ ''.__class__ }}", "[[7*7]]",
    f"javascript:{RUN}", f"data:text/html,<script>{RUN}</script>", "\u202egnp.exe", "\u2066\u2067", "a\u0300" * 60,
    "' OR 1=1 --", '"; DROP TABLE cases; --', "../../../etc/passwd", "%00%0a%0d", "\r\nSet-Cookie: x=1", "=cmd|' /C calc'!A0",
    "<!--", "&lt;script&gt;", "&#60;script&#62;", "\u003cscript\u003e", "＜script＞", "<scr\u0000ipt>".replace("\0", ""),
    "x" * 3000, "W" * 400, "\u200b" * 200, "😀" * 200, "\ufeff", "ﷺ" * 40, "مرحبا بالعالم", "Ⅷ½²", "0x7f", "-1e309", "NaN",
    "hx-get=/logout hx-trigger=load", f"<div hx-on:load={RUN} {MARK}>", "<button formaction=/logout>", "<bdo dir=rtl>",
)  # fmt: skip

HOSTILE: Final = (*(before + element for before, element in product(_BREAKS, _ELEMENTS)), *_OTHERS)
