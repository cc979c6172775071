### Why somebody cannot sign in: for staff.

explain-title = Why does it not work?
explain-intro = What the program makes of an identifier, and what happened in a request. That you asked is noted in the account’s log.
explain-submit = Explain
explain-request = Or the id of a request
explain-request-help = The X-Request-Id of the answer that somebody got.
explain-one-of-both = Give an identifier or a request, not both.
explain-request-unknown = Nothing was noted in this request. Noted are sign-ins, refused passwords and codes, and changes of accounts. An answer 429 (too many tries) or 422 (a form with mistakes) is not: the log of the server has a line with this id, and an identifier tells its waits.

## Sections

explain-answers = What the person is told
explain-reading = How it is read
explain-backends = What the backends say, in this order
explain-account = Account
explain-limits = Limits and waits
explain-messages = Where messages would go
# $request: its id.
explain-in-request = In request { $request }

## Facts

explain-right-password = Right password
explain-wrong-password = Wrong password
# $status: as in 200.
explain-let-in = { $status }: let in
# $status: as in 401 invalid_credentials. $why: one of the reasons below.
explain-refused = { $status }: { $why }
explain-other-shape = Not by its shape
explain-not-here = There are none here
# $stored: as it is kept. $canonical: as it is found.
explain-read = { $stored }, found as { $canonical }
explain-if-right = Accepts if the password is right, else passes
# $why: in words of its own.
explain-denies = Denies: { $why }
# $why: in words of its own.
explain-passes = Passes: { $why }
explain-passes-no_use = Passes: it has no use for this kind
explain-passes-nobody = Passes: it finds nobody
explain-passes-inactive = Passes: the account is inactive
explain-passes-no_password = Passes: the account has no password
explain-id = Id
explain-state = State
explain-active = Active
# $address: masked, or the one asked about.
explain-verified = { $address }, verified
# $address: masked, or the one asked about.
explain-not-verified = { $address }, not verified
explain-password = Password
# $format: an algorithm and its cost.
explain-rehashed = { $format }, kept anew at the next sign-in
explain-last-login = Last sign-in
explain-delete-at = To be deleted
explain-failures = Wrong passwords in a row
# $failures, $limit: numbers.
explain-failures-of = { $failures }; waits begin after { $limit }
explain-waits = Nothing is looked at until
# $purpose: what the codes are for. $failures, $left: numbers. $until: an instant, or nothing.
explain-code = { $purpose }: { $failures } wrong in a row, { $left } more may be wrong { $until }
# $seconds, $hour, $day: numbers.
explain-sending = Next code in { $seconds } s; { $hour } more this hour, { $day } today
explain-purpose-verify = To verify it
explain-purpose-reset = To reset the password
explain-purpose-login = To sign in
explain-purpose-change = To change to it
# $event: what happened. $ip: from where.
explain-event = { $event }, from { $ip }
explain-nobody = None: it was about nobody, or the account is gone

## Reasons, which nobody else is told

explain-reason-blank = nothing was given
explain-reason-throttled = too many wrong passwords; it has to wait
explain-reason-not_an_identifier = this can be nobody's identifier
explain-reason-no_account = there is no such account
explain-reason-no_backend = no backend lets the account in by this
explain-reason-denied = a backend denies
explain-reason-inactive = the account is inactive
explain-reason-no_password = the account has no password
explain-reason-unreadable_password = the password is kept in a form that is not read
explain-reason-hidden = nothing of the account is verified, and known addresses are hidden
explain-reason-unverified = an address has to be verified first
explain-reason-wrong_password = the password is wrong

## Messages

explain-asked-reset = Password reset
explain-asked-login = Sign-in code
explain-asked-verify_email = Email verification
explain-asked-verify_phone = Phone verification
# $message: its kind. $to: masked, or the one asked about.
explain-sent = { $message } to { $to }
explain-unsent-off = Nowhere: it is switched off
explain-unsent-no_account = Nowhere: there is no such account
explain-unsent-inactive = Nowhere: the account is inactive
explain-unsent-no_address = Nowhere: the account has no such address
explain-unsent-not_proved = Nowhere: no address of it is verified for that
explain-unsent-proved = Nowhere: it is verified already
explain-unsent-needs_owner = Nowhere: only its signed-in owner may verify it
