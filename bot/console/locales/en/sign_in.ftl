sign-in = Sign in
sign-in-lead = Staff console of { $clinic }.
sign-in-wrong = E-mail, password or code do not match. Check all three. Each code works once.
sign-in-wait = There were too many attempts. Wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
 } and try again.
email = E-mail
password = Password
code = One-time code
code-hint = The six digits from your authenticator app.
code-fresh = Wait for the next code if you signed in with this one.
step-up = Confirm that it is you
step-up-lead = What you are about to open asks for a one-time code. It holds for ten minutes.
step-up-wrong = The code does not match or was used before. Type the next one.
attempts = Failed attempts
attempts-told = { $count ->
    [one] Since you last signed in, one attempt to sign in with your e-mail failed.
   *[other] Since you last signed in, { $count } attempts to sign in with your e-mail failed.
 }
attempts-advice = If this was not you, tell whoever administers the console and change your password.
ended = Your session has ended
ended-told = Nothing was saved or sent. Copy what you wrote, sign in again, and paste it.
ended-carried = Nothing was saved or sent, and nothing is lost: sign in again from here and what you wrote comes back into its form.
unproved = One more proof first
unproved-told = Nothing was saved or sent: this case ended meanwhile, so it asks for a one-time code. Copy what you wrote, then go on.
unproved-carried = Nothing was saved or sent: this case ended meanwhile, so it asks for a one-time code. Go on from here and what you wrote comes back into its form.
resume = You are signed in
resume-lead = What you wrote before comes back into its form. Nothing is signed yet.
ended-kept = What you wrote
lock = Screen locked
lock-lead = Nothing was done for fifteen minutes, or the session reached twelve hours. What you were writing is still in its place. Nothing was sent.
lock-elsewhere = Your session has ended: it was signed out or ended somewhere else. What you were writing is still in its place. Nothing was sent.
lock-open = Unlock
lock-other = Sign in with another account
lock-soon = The screen will lock in a minute because nothing is being done. Move the mouse or press a key to go on.
demo = People of the demo
demo-lead = They exist on this machine only. If the code was used, wait half a minute and load the page again.
