### Forms: labels, help, and what is wrong with a value.

## What is wrong

forms-too-short =
    { $count ->
        [one] Write at least 1 character.
       *[other] Write at least { $count } characters.
    }
forms-too-long =
    { $count ->
        [one] Write at most 1 character.
       *[other] Write at most { $count } characters.
    }
forms-pattern = This does not have the form that is asked for: { $pattern }
# $help: what the field says of itself, a sentence or more.
forms-pattern-help = This does not have the form that is asked for. { $help }
forms-choice = Choose one of these: { $choices }.
# $what: number, date or length.
forms-range =
    { $what ->
        [length] Write from { $min } to { $max } characters.
        [number] Give a number from { $min } to { $max }.
       *[date] Give a date from { $min } to { $max }.
    }
forms-least =
    { $what ->
        [length] Write at least { $min } characters.
        [number] Give a number that is at least { $min }.
       *[date] Give a date that is not before { $min }.
    }
forms-most =
    { $what ->
        [length] Write at most { $max } characters.
        [number] Give a number that is at most { $max }.
       *[date] Give a date that is not after { $max }.
    }
forms-some =
    { $what ->
        [number] Give a number.
       *[date] Give a date.
    }
forms-date = Write the date as year, month and day: 2026-11-22.
forms-number = Write a number, as in 12 or 2.5.
forms-url = Write the whole address, as in https://example.org/page.
# $other: the label of another field.
forms-or-other = Give this, or this one: { $other }.
forms-exactly =
    { $what ->
        [length] Write exactly { $min } characters.
       *[number] Give exactly this number: { $min }.
    }
forms-send-text = Send this as a text.
forms-send-flag = Send true or false.
forms-tick = Tick this to go on.
forms-send-number = Send this as a number.
forms-write-flag = Write true or false.
forms-write-text = Write a text in quotes.
forms-ticked = This has to be ticked (true).
forms-number-too-large = This number is too large to be kept exactly.
forms-phone = Write a phone number, as in +49 1512 3456789.
forms-control = Leave control characters out.
forms-one-line = Write this on one line, without control characters.
forms-keep-username = Keep the username: this account has no other identifier.
forms-all-too-long = All answers together are too long. Shorten the longest.
forms-channel-choice = Choose email or phone.
forms-either-identifier = Send either identifier, or username, email and phone.
field-username = Username
field-email = Email address
field-phone = Phone number
field-first-name = First name
field-last-name = Last name
field-channel-email = Email
field-channel-phone = Text message
field-channel = Send it by
field-channel-help = For a username only. With an email address or phone number, it goes there.
field-identifier = Username, email or phone
field-identifier-without-phone = Username or email
field-code = Code
field-password = Password
field-password-again = Password again
field-new-password = New password
field-new-password-again = New password again
field-current-password = Current password
field-remember-me = Keep me signed in on this device
field-password-help =
    { $count ->
        [one] At least 1 character. A sentence only you would say is a good one.
       *[other] At least { $count } characters. A sentence only you would say is a good one.
    }
register-title = Create your account
field-new-phone = New phone number
field-new-email = New email address
field-phone-help = With + and country code, such as +49 1512 3456789.
field-username-help = Letters, numbers, and . _ -
# $identifiers: a list, as in username, email or phone.
forms-at-least-one = Give at least one: { $identifiers }.
# $identifiers: a list, as in username, email or phone.
forms-give = Give your { $identifiers }.
identifier-username = username
# As it begins a list that stands alone.
identifier-username-alone = Username
identifier-email = email
# As it begins a list that stands alone.
identifier-email-alone = Email
identifier-phone = phone
# As it begins a list that stands alone.
identifier-phone-alone = Phone
identifier-any = identifier
login-title = Sign in
field-choose = Choose one
field-no-choice = No preference
field-required = required
form-mistake = { $label }: { $mistake }
form-check =
    { $count ->
        [one] Please check this field
       *[other] Please check these fields
    }
