### Medicines as typed, and which records exist. Nobody is told to stop or change anything here.

medicines-list =
    What medicines do you take now?
    Write them as they stand on the box, with the dose. Vitamins and herbs too.
    You can send a photo of the boxes. If you take nothing, type “none”.
    .line = Medicines
    .why = The physician wants to see all you take. Keep taking it as you were told.
records-which =
    Which tests or medical papers do you have for this problem?
    You can choose several.
    .imaging = X-ray or MRI
    .laboratory = Lab tests
    .reports = Doctors’ letters
    .other = Other papers
    .none = I have none
    .line = Records
    .why = Records show what words cannot. The physician reads them before answering.
    .retry1 = Choose what you have. You can type several numbers, for example: 1, 2.
    .retry2 = If you have none, choose “I have none”. That is fine too.
# Must achieve: files are welcome here, nothing is forced, and identity or bank papers are kept out. Awaiting signature.
records-send =
    You can send them here as photos or PDF, one by one.
    When you are done, choose “I sent them”. For another day, choose “Later”.
    Do not send ID or bank cards.
    .done = I sent them
    .later = Later
    .line = Sending records
    .why = The physician can read them with care. They are stored encrypted.
