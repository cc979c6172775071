### Refusals, and what replies of the API say.

error-required = This field is required.
error-blank = This field may not be blank.
error-invalid = Enter a valid value.
error-too_short = This is too short.
error-too_long = This is too long.
error-taken = This is already taken.
error-mismatch = The two entries are not the same.
error-unknown_field = This form has no such field.
error-password_too_short = This password is too short.
error-password_too_common = This password is among those that are guessed first. Choose one that only you would think of.
error-password_numeric = A password cannot be digits alone.
error-password_similar = This password is too much like your other details.
error-no_identifier = Give at least one identifier.
error-malformed = The request could not be read.
error-invalid_token = This token is not valid, or no longer.
error-method_not_allowed = This address does not take that method.
error-too_large = The request is too large.
error-unsupported_media_type = Send application/json or application/x-www-form-urlencoded, without a content encoding.
error-invalid_credentials = We know no account with these details and this password.
error-invalid_code = This code is not right, or no longer.
error-throttled = Too many tries. Wait a little, then try again.
error-already_verified = This is verified already.
error-same_value = This is the value you have already.
error-unverified = Verify your address first.
error-registration_closed = Registration is closed.
error-cross_origin = This request did not come from a page of this site.
error-unauthenticated = Sign in first.
error-forbidden = You may not do this.
error-not_found = There is nothing at this address.
error-overloaded = We are very busy. Try again in a moment.
error-unavailable = We cannot do this right now. Try again in a moment.
error-internal = Something went wrong on our side.
identifier-username-too-long = A username has at most 150 characters.
identifier-username-characters = A username has letters, numbers and the characters . _ - only, without spaces.
identifier-username-first = A username begins with a letter.
identifier-username-invisible = A username cannot have invisible characters.
identifier-phone-too-long = A phone number is shorter than this.
identifier-phone-digits = Enter a phone number with digits only, such as +49 30 901820, without an extension.
identifier-phone-needs-plus = Enter the phone number with + and the country code, such as +49 30 901820.
identifier-phone-not-valid = Enter a phone number that exists, such as +49 30 901820.
identifier-phone-region = Enter a region as two capital letters, such as DE or US.
identifier-email-too-long = An email address has at most 254 characters.
identifier-email-local-too-long = The part of an email address before the @ has at most 64 characters.
identifier-email-whole = Enter one email address, such as name@example.com.
identifier-email-local = The part before the @ has unaccented letters, digits and the characters . ! # $ % & ' * + / = ? ^ _ ` {"{"} | {"}"} ~ - only.
identifier-email-domain = The part after the @ must be the name of a domain, such as example.com.
password-too-long =
    { $count ->
        [one] A password has at most 1 byte.
       *[other] A password has at most { $count } bytes.
    }
password-nul = A password cannot have the character U+0000.
password-too-short =
    { $count ->
        [one] A password has at least 1 character.
       *[other] A password has at least { $count } characters.
    }
# $like: username, email, first_name, last_name or phone.
password-similar =
    { $like ->
        [username] This password is too much like your username.
        [email] This password is too much like your email address.
        [first_name] This password is too much like your first name.
        [last_name] This password is too much like your last name.
       *[phone] This password is too much like your phone number.
    }
error-taken-email = A user with that email address already exists.
error-taken-phone = A user with that phone number already exists.
error-taken-username = A user with that username, or one that looks like it, already exists.
account-only-identifier = This is the only name your account has. Add another one first.
registration-needs-address = Give an address as well: without a password, codes to sign in go there.
phone-premium = This is a number that costs whoever writes to it. Give an ordinary one.
# $regions: their codes, as in DE, FR.
phone-region = We take numbers of these regions only: { $regions }.
change-lost-email = Somebody else uses this email address by now. Yours stays as it is.
change-lost-phone = Somebody else uses this phone number by now. Yours stays as it is.
password-wrong = This is not your password.
undo-lost-email = This email address belongs to another account by now.
undo-lost-phone = This phone number belongs to another account by now.
paging-cursor = Take the cursor from the Link of the page before.
problem-invalid = Some of this could not be accepted.
problem-stale = Confirm your password first: POST it to /api/v1/me/reauthenticate, then ask again.
problem-stale-without-password = This account has no password to confirm. Sign in again, then ask again.
# $wait: as in 30 seconds.
error-wait = Too many tries. Wait { $wait }, then try again.
# $status: of HTTP.
problem-title =
    { $status ->
        [400] Bad Request
        [401] Unauthorized
        [403] Forbidden
        [404] Not Found
        [405] Method Not Allowed
        [409] Conflict
        [413] Payload Too Large
        [415] Unsupported Media Type
        [422] Unprocessable Entity
        [429] Too Many Requests
        [503] Service Unavailable
       *[500] Internal Server Error
    }
api-code-sent = A code is on its way.
api-message-sent = If there is such an account, a message is on its way.
api-registered-quietly = We have sent a message. Verify the address with what is in it, then sign in.
api-verify-sent = If there is something to verify there, a code is on its way.
error-late = This took too long. Try again in a moment.
