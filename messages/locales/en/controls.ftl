### What is said beside the questions: pausing, stopping, people, files, answers that were not understood.
### The open question is said again after most of these, so none of them asks anything. Nobody is ever blamed for a typing slip.

## Pause, stop, return

control-paused =
    All right, we take a break. Everything is saved.
    When you want to go on, write to me here. We pick up at the same question.
# Said when there is nothing to go back to, or nothing to change yet.
control-first = There is no earlier answer yet.
# Must achieve: the wish is obeyed at once, nothing is asked, the way back is named, other care goes on. Awaiting signature.
control-stopped =
    All right. You will get no more messages from { $clinic } in this chat. Thank you for the time you gave us.
    If you want to go on one day, type “continue”.
    Stay with your treatment and your doctor.
control-stopped_reply =
    You asked for no more messages from { $clinic }, and we respect that.
    If you want to go on, type “continue”.
    This chat is not for emergencies. In an emergency, call your emergency number.
# Must achieve: that messages may come again, and the way out. Awaiting signature.
control-messages_again =
    All right. From now on, { $clinic } may write to you in this chat again.
    If you want no more messages, type “stop”.
control-restart = All right, we begin again.
resume-context = We go on where we stopped: { $part }.

## A person

# Must achieve: the person knows that a human was told, that no hour is promised, and what to do in an emergency. Awaiting signature.
person-requested =
    I have told the team: a person will write to you here. I cannot tell you the exact time.
    In the meantime we can go on with the questions, if you like.
    If it is an emergency, do not wait. Call your emergency number.
person-waiting =
    Your message is saved for the team. A person will answer you.
    If it is an emergency, do not wait. Call your emergency number.
person-noted = Received. A person on the team will read it and answer you.
person-not_understood =
    I could not understand your answer, and that is not your fault. I kept your words just as you wrote them.
    I have told the team, so that a person can help you. In the meantime we can go on, if you like.

## Messages out of turn

stale-option = That question is behind us. If you want to change that answer, type “change”.
late-noted = Thank you. I added it to what you told me before.
edited-noted = I saw that you corrected a message. I kept both versions for the physician. If it changes an answer, type “change”.

## Files. Said when a file arrives; it is checked afterwards.

media-photo = Thank you, your photo arrived. If it cannot be saved, I will tell you here.
media-pdf = Thank you, your PDF arrived. If it cannot be saved, I will tell you here.
media-document = Your file arrived. If it cannot be saved, I will tell you here.
media-voice =
    Your voice message arrived. I cannot listen to it.
    Write the main points here. If it is an emergency, call your emergency number now.
media-video =
    Your video arrived. I cannot watch it.
    Write the main points here, or send a photo.
media-too_large = That file is too large, and it was not saved. You can send a photo or a smaller PDF.
media-not_allowed = That kind of file cannot be saved here. You can send photos or PDF files.
media-unreadable = That file does not open, and it was not saved. You can send a clear photo, or a PDF without a password.
media-unavailable = I could not get that whole file. You can send it again when you like.
unreadable-sticker = A picture arrived that I cannot read. Write your answer in words.
unreadable-location =
    A location arrived. I cannot use it here.
    If you are in danger, call your emergency number now.
unreadable-contact = A contact card arrived. I cannot read it. Write the details in words.
unreadable-empty = A message without text arrived. Write your answer in words.
unreadable-other = Something arrived that I cannot read. Write it in words, or send a photo or a PDF.

## Answers that were not understood. First and second time in different words; the wanted answer and an example; never "wrong".

retry-choice_of =
    .first = Choose one of the options, or type its number.
    .second = One of these options helps me most. The number is enough, for example: 1.
retry-free_text =
    .first = Write it in your own words. A short sentence is enough.
    .second = It does not have to be perfect. Write the first thing you want the physician to know.
retry-age_or_birthdate =
    .first = Type the age in years, for example: 58. Or the date of birth, for example: May 14, 1967.
    .second = One number with the age is enough. For example: 58.
retry-duration =
    .first = Type a number, and whether it is days, weeks, months or years. For example: “8 months”.
    .second = A rough time is fine. For example: “about 5 years”.
retry-date =
    .first = Type the month and the year. For example: “March 2023”.
    .second = If you remember only the year, that is enough. For example: 2023.
retry-medicines =
    .first = Type the names as they stand on the box. For example: “metformin 850, losartan 50”.
    .second = You can also send a photo of the boxes. If you take nothing, type “none”.
retry-weight =
    .first = Type the weight and its unit. For example: “160 pounds” or “72 kilos”.
    .second = A rough weight is fine. For example: “about 150 pounds”.
retry-height =
    .first = Type the height. For example: “5 ft 6” or “168 cm”.
    .second = A rough height is fine. For example: “about 5 ft 7”.
retry-sleep_hours =
    .first = Type how many hours you sleep on a usual night. For example: 6.
    .second = A rough number is enough. For example: “5 to 6 hours”.
retry-days_per_week =
    .first = Type a number from 0 to 7. For example: 3.
    .second = Think of a usual week and type the days. For example: “2 days”, or “none”.
retry-percent_hba1c =
    .first = Type the number on your lab result. For example: 7.2.
    .second = It is most often a number from 4 to 15, called A1c. If you do not have it at hand, you can skip the question.
retry-number =
    .first = Type a number. For example: 4.
    .second = A rough number in digits is enough. For example: 10.
retry-pain_0_10 =
    .first = Type a number from 0 to 10. For example: 4.
    .second = 0 is no pain at all. 10 is the worst you can imagine.
retry-name =
    .first = Type the name as you want us to use it. For example: “Carmen Ruiz”.
    .second = A first name is enough. For example: “Carmen”.
retry-phone =
    .first = Type the phone number with its area code. For example: “+1 210 555 0100”.
    .second = Type only the digits. Start with + and the country code. For example: “+52 55 1234 5678”.
retry-third =
    I kept what you wrote, and the team will see it.
    You can try again in other words. Or type “person”, and someone takes over from here.

## Why do you ask

why-step = It helps the physician understand your case. If you would rather not answer, just say so.
