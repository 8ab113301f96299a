### Answers to what people ask at any time. The open question follows by itself, so none of these asks anything.

# The one fixed refusal, the same at the fifth request as at the first. No figure, no range, no hint. Awaiting signature.
aside-price =
    The clinic gives a written, itemized quote after a physician has read your records.
    I cannot give figures before that.
# Said in its place once the written quote was issued. Must achieve: that it was, and whom to ask; no figure. Awaiting signature.
aside-price_quoted =
    The clinic has issued your written, itemized quote. I give no figures in this chat.
    If you cannot find it, or want to ask about it, type “person”. Someone on the team answers you.
# Must achieve: no cure is promised and why; what the cells do and their ceiling in the same breath. Awaiting signature.
aside-cure =
    I cannot promise you a cure, and nobody at the clinic should.
    The cells send signals that can calm inflammation, and that effect has a limit. They are like the foreman, not the bricks.
    Later in this chat I will tell you in writing what is known about your problem.
aside-rules =
    I cannot change my rules or decide about a treatment. That is up to a physician.
    I can go on with the questions, or type “person” to talk with someone.
aside-insult =
    This can be very frustrating. I am still here to pass your case to the physician.
    If you would rather talk with someone on the team, type “person”.
aside-link = I do not open links. If it is a test or a medical paper, send it as a photo or a PDF.
# Said to words of last hope, and of selling or borrowing. Must achieve: slow, human, no promise, no hurry, a person is near. Awaiting signature.
aside-hope =
    Thank you for telling me. That is a lot for one person to carry.
    There is no hurry. I cannot promise you a result, and I do not want to give you false hope.
    Before any big decision, wait for the physician’s answer and talk with the people close to you.
    If you want to talk with someone on the team, type “person”.
# Must achieve: the request is accepted at once, with the dates of the law; a person checks identity. Counsel must confirm. Awaiting signature.
aside-privacy =
    I noted your request about your data. A person on the team will first check that it is you.
    You get an answer within 20 business days. What follows from it is done within 15 more business days.
# Must achieve: the same for deletion, and honest about what the law makes the clinic keep. Counsel must confirm. Awaiting signature.
aside-delete =
    I noted that you want your data deleted. A person on the team will first check that it is you.
    You get an answer within 20 business days. What the law says must be kept is locked until it can be deleted.
# Must achieve: a complaint is taken as it is; somebody unwell after a procedure knows where to go. Awaiting signature.
aside-complaint =
    Thank you for saying so. I noted your complaint in your words, and a person on the team will read it.
    If you feel unwell after a procedure, do not wait. Call your emergency number or go to the emergency room.
aside-help =
    You can type these words at any time:
    “person”: talk with someone on the team
    “back”: go to the question before
    “change”: correct an answer
    “why”: learn why I ask
    “pause”: go on another day
    “language”: change the language
    “stop”: get no more messages
    The list below holds what people often ask.
aside-thanks = You are welcome.
# Must achieve: whoever asks is told at once that this is a machine, and how to reach a person. Awaiting signature.
aside-bot =
    I am a program: the automated assistant of { $clinic }. I am not a person.
    I ask questions and pass on your answers. A physician reads every case.
    To talk with someone from the team, write “person”.
