### The queue: tabs, filters, columns, words for codes. Staff alone read it.
queue-unknown = This link asks for something this queue does not know, so the list is shown without it:
queue-title = Queue
queue-tabs = Parts of the queue
queue-tab-needs_me = Needs me
queue-tab-unclaimed = Unclaimed
queue-tab-mine = Mine
queue-tab-waiting = Waiting for patient
queue-tab-check_ins = Check-ins
queue-tab-done = Done
queue-empty-needs_me = Nothing waits for you.
queue-empty-unclaimed = Every case has somebody.
queue-empty-mine = You hold no case.
queue-empty-waiting = No case waits for its patient.
queue-empty-check_ins = Nobody is in follow-up.
queue-empty-done = No case has ended yet.
queue-none-found = No case fits.
queue-age = { $n } years
queue-unfinished = { $n } answered, intake not finished
queue-files =
    { $n ->
        [0] no files
        [one] 1 file
       *[other] { $n } files
    }
search = Search
search-label = Reference or name
search-hint = Reference or name
search-told = { $looked } names were looked through.
search-part = Older cases were not; search by reference for those.
search-short = Type at least two letters.
search-back = Back to the queue
filters = Filter
filters-on = filtered
filter-status = Stage
filter-owner = Held by
filter-channel = Channel
filter-language = Language
filter-flag = Flag
filter-due = Deadline
filter-due-overdue = Overdue
filter-due-today = Until the end of today
filter-due-none = No deadline
filter-apply = Show
filter-clear = Show all
any = Any
any-one = Anyone
views = Saved views
view-name = Name of this view
view-save = Save view
view-remove = Remove this view
col-flags = Flags
col-case = Case
col-waiting = Waiting
col-deadline = Deadline
col-stage = Stage
col-file = Channel and file
col-owner = Held by
group-red = Red flags
group-urgent_dated = Urgent
group-urgent_undated = Urgent, no deadline running
group-dated = By deadline
group-undated = No deadline running
group-done = Ended
claim = Claim
claim-stale = idle { $span }
owner-me = Me
owner-nobody = Nobody
older = Older
live-new = { $n } new. Show
live-changed = This case has changed. Show
live-lost = Live updates stopped, last at { $at }. The page asks every 15 seconds.
live-never = Live updates have not started. The page asks every 15 seconds.
time-min = { $n } min
time-h = { $n } h
time-d = { $n } d
time-h-min = 1 h { $n } min
time-moment = less than 1 min
time-ago = { $span } ago
due-in = due in { $span }
due-late = { $span } late
due-by = by { $at }
due-open = opening hours only
due-none = no deadline
due-paused = paused: waits for patient
queue-hours = Routine deadlines count opening hours only: { $hours }. Urgent cases and emergencies count every hour.
weekday-mon = Mon
weekday-tue = Tue
weekday-wed = Wed
weekday-thu = Thu
weekday-fri = Fri
weekday-sat = Sat
weekday-sun = Sun
priority-emergency = Emergency
priority-urgent = Urgent
priority-routine = Routine
channel-whatsapp = WhatsApp
channel-telegram = Telegram
channel-simulator = Simulator
tongue-es = Spanish
tongue-en = English
tongue-pt = Portuguese
tongue-fr = French
status-intake = Answering questions
status-new = New
status-claimed = Claimed
status-physician_review = Physician review
status-needs_information = Needs information
status-accepted = Accepted for a plan
status-quote_issued = Quote issued
status-protocol_summary_given = Protocol summary given
status-consent_signed = Consent signed
status-treated = Treated
status-follow_up = Follow-up
status-declined = Declined
status-deferred = Deferred
status-withdrawn_by_patient = Ended by the patient
status-emergency_hold = Emergency hold
status-closed = Closed
flag-emergency = Possible emergency
flag-crisis = Crisis: talks of harming themselves
flag-minor = Patient is a minor
flag-proxy = Writes for someone else
flag-human_requested = Asked for a person
flag-complaint = Complaint
flag-price_pressure = Asked for prices repeatedly
flag-cure_expectation = Expects a cure
flag-desperation = Words of last hope
flag-financial_distress = Would sell or borrow to pay
flag-stopped_other_care = Stopped other treatment
flag-late_infection = Signs of a late infection
flag-answer_corrected = Corrected an answer
flag-says_safe = Says the danger is over
flag-could_not_process = A message could not be processed
flag-no_evidence_phenotype = Nothing published for this problem
flag-safety_unanswered = Did not answer the question about danger
flag-not_understood = Was not understood
flag-document_language_to_confirm = Language of documents to confirm
flag-delete_data = Wants their data erased
flag-privacy_request = Asks about their data
flag-emerging_therapy = Asked about
flag-check_in = At check-in
cue-worse = got worse:
cue-medicine_alone = changed a medicine alone

several = Several cases at once
several-count = { $n } ticked
several-pick = Tick case { $reference }
several-all = Tick all on this page
several-done =
    { $n ->
        [0] No case was changed.
        [one] 1 case was changed.
       *[other] { $n } cases were changed.
    }
several-failed =
    { $n ->
        [one] 1 was not:
       *[other] { $n } were not:
    }
label = Label
label-put-on = Put on
label-take-off = Take off
label-call_back = Call back
label-waits_for_records = Waits for records
label-interpreter = Needs an interpreter
label-travels = Travels to us
label-second_opinion = Second opinion
label-talk_about_it = Talk about it in the team
refused-none-ticked = Tick at least one case.
refused-labelled-already = The case has this label already.
refused-not-labelled = The case does not have this label.

sound-on = Sound for urgent cases: on
sound-off = Sound for urgent cases: off
sound-hint = A short sound when an urgent case or an emergency comes in. For you alone, on every machine you use.
sound-kept = The browser keeps the sound back until you have clicked on this page once.
