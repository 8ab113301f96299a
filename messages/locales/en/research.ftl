### The research permission, changeable at any time by one word. Neutral, apart from care, default no.

## Research, at any time

# The word that opens this at any time, alone in a message.
research-word = research
research-stands_no = At present you do not allow it.
research-stands_yes = At present you allow it.
# Must achieve: how it stands now, that a no changes nothing, one plain choice. Awaiting signature.
research-change =
    Your permission for research. { $stands }
    Saying no changes nothing in your care. Do you allow your data, without your name, to be used in studies?
# Must achieve: noted, and the way back named. Awaiting signature.
research-given = Noted: you allow it. You can change it whenever you like. Just type “research”.
# Must achieve: honoured for everything from now on; care unchanged. Awaiting signature.
research-withdrawn = Noted: you do not allow it. From now on your data enter no new studies. Your care stays the same.
