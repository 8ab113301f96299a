### After a physician has read the case: what the patient is told in the chat, and the page of the private letter.
### The chat never says what was decided. Nothing here summarises the physician's words.

## In the chat

# Must achieve: only that the answer is ready and where; that the link is private and ends; nothing of its content. Awaiting signature.
handoff-answer_ready =
    The physician’s answer is ready. It is a letter to you.
    You can read it here: { $link }
    The link is private and lasts 14 days. Do not share it.
    If anything is unclear, write “person”.
# Must achieve: only that the written quote is ready; no figure, no hurry. Awaiting signature.
handoff-quote_ready =
    Your written quote is ready.
    The team gives it to you and goes through it with you. Take your time.
# Must achieve: an invitation, not an alarm; the patient decides when. Awaiting signature.
handoff-questions_ready =
    The physician has read your case and needs a little more information.
    There are only a few questions. When you want to answer them, choose “Continue” or write to me here.
    Keep your present treatment.
# Must achieve: what happens next and by whom; nothing is decided. Awaiting signature.
handoff-questions_done =
    Thank you. The physician has your answers now.
    A physician reads them and answers you in writing. Nothing is decided yet.
    If you get worse, call the emergency number or go to an emergency room.

## The page of the letter

letter-title = A letter to you, from { $clinic }
# Shown before the letter is opened, so that a preview of the link shows nothing. Awaiting signature.
letter-cover =
    This page keeps a private letter from your physician.
    Open it when you are in a quiet place.
letter-open = Read the letter
# Must achieve: present care goes on; what to do in an emergency. Awaiting signature.
letter-keep =
    Keep your present treatment, unless your own doctor changes it.
    If you get worse, call the emergency number or go to an emergency room.
letter-signed = { $physician }, professional licence { $licence }. { $date }
value-date =
    { $month ->
        [m1] { $day } January { $year }
        [m2] { $day } February { $year }
        [m3] { $day } March { $year }
        [m4] { $day } April { $year }
        [m5] { $day } May { $year }
        [m6] { $day } June { $year }
        [m7] { $day } July { $year }
        [m8] { $day } August { $year }
        [m9] { $day } September { $year }
        [m10] { $day } October { $year }
        [m11] { $day } November { $year }
        [m12] { $day } December { $year }
       *[other] { $day } { $month } { $year }
    }
letter-ask = If anything is unclear, write “person” in the chat. The team answers you.
# Shown for a link that ended, and for one that never was. Awaiting signature.
letter-gone =
    This link does not open a letter any more.
    Write in the chat of { $clinic }, and the team sends you a new one.
