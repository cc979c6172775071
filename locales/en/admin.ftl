### The pages for staff, and what their calls say.

## On each of them

# What the way between the pages is called, for screen readers.
admin-nav = Administration
admin-nav-overview = Overview
admin-nav-accounts = Accounts
admin-nav-messages = Messages
admin-nav-tokens = Tokens
admin-nav-events = Events
admin-nav-explain = Explain
# Before the name of who is signed in, for screen readers: a link to their own account.
admin-own-account = Your account:
admin-sign-out = Sign out

## The entrance

admin-login-title = Sign in to administer
admin-login-intro = These pages are for staff. They ask for your password even if you are signed in already.
admin-login-submit = Sign in

## Lists

admin-filter-submit = Show
admin-filter-clear = Clear
admin-filter-any = Any
# What a list of pages is called, for screen readers.
admin-pager = Pages
admin-pager-first = Back to the first page
admin-pager-next = Next page
admin-rows-none = There is nothing here.
admin-rows-none-narrowed = Nothing is like that.
admin-rows-none-yet = Nothing among these. There may be more on the next page.
# A column of buttons, for screen readers.
admin-rows-actions = What can be done
admin-rows-account = Account
admin-rows-state = State
# In the place of an account that is there no more.
admin-rows-gone = Gone
# In the place of an account where there is none.
admin-rows-none-account = None
admin-rows-nobody = Nobody’s
# Before the name of who of the staff did it.
admin-rows-by = By
admin-choose-one = Choose one of these: { $choices }.
admin-choose-day = Write a day, as in 2026-11-22.

## The front page

admin-overview-title = Overview
admin-overview-accounts = Accounts
admin-overview-verified = With a verified address
admin-overview-staff = Staff
admin-overview-browsers = Sessions in browsers
admin-overview-programs = Sessions of programs
admin-overview-waiting = Messages waiting
admin-overview-todo = What needs doing
admin-overview-look = Look at them
admin-overview-schema = The schema of the database is not that of this program
admin-overview-schema-text = Bring it up to date with: countersign migrate. A newer program may have changed it.
admin-overview-dead = Messages were given up
admin-overview-dead-text =
    { $count ->
        [one] 1 message of the last week will not be tried again.
       *[other] { $count } messages of the last week will not be tried again.
    }
admin-overview-failed = Messages cannot be sent
admin-overview-failed-text =
    { $count ->
        [one] 1 message could not be sent and will be tried again.
       *[other] { $count } messages could not be sent and will be tried again.
    }
admin-overview-activity = What happened
admin-overview-note = Times are UTC. What happened to accounts that are deleted is not counted.
# How far back, for screen readers.
admin-overview-spans = How far back
admin-overview-span = Time
admin-overview-span-day = 24 hours
admin-overview-span-week = 7 days
admin-overview-span-month = 30 days
admin-chart-registrations = Registrations
admin-chart-logins = Sign-ins
admin-chart-refusals = Refusals
admin-chart-messages = Messages
admin-chart-sent = Sent
admin-chart-dead = Given up
admin-chart-from = From
admin-chart-table = As a table
# $count: how often; $when: a time or a day.
admin-chart-most = Most: { $count }, { $when }.
admin-chart-nothing = Nothing happened.

## Messages

admin-messages-title = Messages
admin-messages-intro = What was sent to people, and what waits. What a message says is never shown.
admin-messages-retried = The message will be tried again at once.
admin-messages-message = Message
admin-messages-to = To
admin-messages-written = Written
admin-messages-waiting = Waiting
admin-messages-failed = To be tried again
admin-messages-sent = Sent
admin-messages-dead = Given up
admin-messages-tries =
    { $count ->
        [one] Tried once
       *[other] Tried { $count } times
    }
# Before the time at which a message is tried next.
admin-messages-next = Next try
admin-messages-retry = Try now
admin-messages-erased = What it said is erased since it was sent or given up. Whoever needs it asks for a new one.

## Tokens: one-time passwords under way

admin-tokens-title = Tokens
admin-tokens-intro = One-time passwords that are under way. The codes themselves are known to whoever was sent them, and to nobody else.
admin-tokens-ended = The code is ended. Another can be asked for.
admin-tokens-purpose = For
admin-tokens-verify = Verify an address
admin-tokens-reset = Reset the password
admin-tokens-login = Sign in
admin-tokens-change = Change an address
admin-tokens-channel = By
admin-tokens-email = Email
admin-tokens-phone = Text message
admin-tokens-to = Sent to
admin-tokens-made = Made
admin-tokens-expires = Good until
admin-tokens-open = Open
admin-tokens-throttled = Throttled
admin-tokens-dead = Dead
# Before the time at which codes are looked at again.
admin-tokens-until = Until
admin-tokens-attempts =
    { $count ->
        [one] Wrong once
       *[other] Wrong { $count } times
    }
admin-tokens-end = End

## Events

admin-events-title = Events
admin-events-intro = What happened to accounts, latest first, and who was refused.
admin-events-what = What
admin-events-network = Network
admin-events-since = From
admin-events-until = Until
admin-events-from = From
admin-events-when = When
admin-events-no-account = There is no such account. Give its id, username, email address or phone number.
admin-events-no-network = Write an address, or a network as in 192.0.2.0/24.
