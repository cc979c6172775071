### Emails and text messages. A message has the parts subject, title, lead, button and unasked for an email, and sms for a
### text message.
###
### Each of them may ask for
###   $host, $site: this site's name and address
###   $code, $link, $time: the code, the link, and how long they are good, as in 15 minutes; any of them may be empty
###   $timed, $linked: yes or no, whether there is such a time, such a link
###   $name: of the account; may be empty
###   $how: removed or changed
###   $new_email, $new_phone: masked; empty where $shown is no
###   $until: a date and time, or empty
### A text message should be short, best in characters of GSM 7. The program adds the line for browsers.

## What all share

message-hello = Hello { $name },
message-hello-you = Hello,
message-code = Your code
message-or-link = If the button does not work, open this address:
message-or-link-text = Or open this address:
message-both-good-for = The code and the link work once, within { $time }.
message-code-good-for = The code works once, within { $time }.
message-link-good-for = The link works once, within { $time }.
message-minutes =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
message-hours =
    { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
message-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
message-when = When
message-ip = Network address
message-never = Nobody from { $host } will ever ask you for this code.
message-footer = Sent by { $host }. Replies to this message are not read.

## To verify an address

message-verify_email-subject = Verify your email address
message-verify_email-title = Verify your email address
message-verify_email-lead = Enter this code at { $host } to show that this address is yours.
message-verify_email-button = Verify this address
message-verify_email-unasked = If you did not give this address to { $host }, there is nothing to do: without the code nothing happens.
message-verify_phone-sms =
    { $timed ->
        [yes] { $code } is your code to verify this number at { $host }, good for { $time }. Do not share it.
       *[no] { $code } is your code to verify this number at { $host }. Do not share it.
    }

## To set a new password

message-reset_password-subject = Set a new password
message-reset_password-title = Set a new password
message-reset_password-lead = Somebody, probably you, asked to set a new password for your account at { $host }. Enter this code there.
message-reset_password-button = Set a new password
message-reset_password-unasked = If that was not you, there is nothing to do: your password stays as it is, as long as nobody learns the code.
message-reset_password-sms =
    { $timed ->
        [yes] { $code } is your code to set a new password at { $host }, good for { $time }. Not you? Ignore this. Do not share it.
       *[no] { $code } is your code to set a new password at { $host }. Not you? Ignore this. Do not share it.
    }

## To sign in with a code

message-login_code-subject = Your code to sign in
message-login_code-title = Sign in with this code
message-login_code-lead = Enter this code at { $host } to sign in to your account.
message-login_code-button = Sign in
message-login_code-unasked = If you are not signing in right now, give this code to nobody. Without it nobody gets in.
message-login_code-sms =
    { $timed ->
        [yes] { $code } is your code to sign in to { $host }, good for { $time }. Not you? Do not share it.
       *[no] { $code } is your code to sign in to { $host }. Not you? Do not share it.
    }

## To change an address

message-change_email-subject = Confirm your new email address
message-change_email-title = Confirm your new email address
message-change_email-lead = Enter this code at { $host }, and your account uses this address from then on.
message-change_email-button = Use this address
message-change_email-unasked = If you have no account at { $host }, somebody mistyped theirs. There is nothing to do: without the code nothing happens.
message-change_phone-sms =
    { $timed ->
        [yes] { $code } is your code to use this number for your account at { $host }, good for { $time }. Do not share it.
       *[no] { $code } is your code to use this number for your account at { $host }. Do not share it.
    }

## An address was changed: to the old one

message-email_changed-subject =
    { $how ->
        [removed] Your email address was removed
       *[changed] Your email address was changed
    }
message-email_changed-title = { message-email_changed-subject }
message-email_changed-lead =
    { $how ->
        [removed] Your account at { $host } has no email address any more. This address does not belong to it any more.
       *[changed]
            { $shown ->
                [yes] Your account at { $host } now uses { $new_email }. This address does not belong to it any more.
               *[no] Your account at { $host } now uses another email address. This address does not belong to it any more.
            }
    }
message-email_changed-button = Undo the change
message-email_changed-unasked =
    { $linked ->
        [yes] If you did that, there is nothing to do. If that was not you, undo it with this link now, and set a new password after that.
       *[no] If you did that, there is nothing to do. If that was not you, set a new password at { $site }/password/reset.
    }
message-email_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] The email address of your account at { $host } was removed. Not you? Undo it: { $link }
               *[changed] The email address of your account at { $host } was changed. Not you? Undo it: { $link }
            }
       *[no]
            { $how ->
                [removed] The email address of your account at { $host } was removed. Not you? Set a new password at { $site }/password/reset
               *[changed] The email address of your account at { $host } was changed. Not you? Set a new password at { $site }/password/reset
            }
    }

message-phone_changed-subject =
    { $how ->
        [removed] Your phone number was removed
       *[changed] Your phone number was changed
    }
message-phone_changed-title = { message-phone_changed-subject }
message-phone_changed-lead =
    { $how ->
        [removed] Your account at { $host } has no phone number any more. The number before does not belong to it any more.
       *[changed]
            { $shown ->
                [yes] Your account at { $host } now uses the number { $new_phone }. The number before does not belong to it any more.
               *[no] Your account at { $host } now uses another phone number. The number before does not belong to it any more.
            }
    }
message-phone_changed-button = Undo the change
message-phone_changed-unasked = { message-email_changed-unasked }
message-phone_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] The phone number of your account at { $host } was removed. Not you? Undo it: { $link }
               *[changed]
                    { $shown ->
                        [yes] The phone number of your account at { $host } was changed to { $new_phone }. Not you? Undo it: { $link }
                       *[no] The phone number of your account at { $host } was changed. Not you? Undo it: { $link }
                    }
            }
       *[no]
            { $how ->
                [removed] The phone number of your account at { $host } was removed. Not you? Set a new password at { $site }/password/reset
               *[changed]
                    { $shown ->
                        [yes] The phone number of your account at { $host } was changed to { $new_phone }. Not you? Set a new password at { $site }/password/reset
                       *[no] The phone number of your account at { $host } was changed. Not you? Set a new password at { $site }/password/reset
                    }
            }
    }

## In the place of those two, when somebody else proved the address or number to be theirs

message-address_released-subject = An address was taken out of your account
message-address_released-title = An address was taken out of your account
message-address_released-lead = An email address or phone number of your account at { $host } that you never verified belongs to somebody else, who verified it. It was taken out of your account. All else stays as it was.
message-address_released-button = See your account
message-address_released-unasked = There is nothing to do. If the address is yours all the same, sign in and add it again.
message-address_released-sms = This number was taken out of an account at { $host }: somebody verified that it is theirs. Not you? See { $site }/account

## The password was changed

message-password_changed-subject = Your password was changed
message-password_changed-title = Your password was changed
message-password_changed-lead = The password of your account at { $host } was changed, and your other devices were signed out.
message-password_changed-button = Set a new password
message-password_changed-unasked =
    { $linked ->
        [yes] If you changed it, there is nothing to do. If that was not you, somebody else got into your account: set a new password now.
       *[no] If you changed it, there is nothing to do. If that was not you, somebody else got into your account: set a new password now at { $site }/password/reset.
    }
message-password_changed-sms =
    { $linked ->
        [yes] The password of your account at { $host } was changed. Not you? Set a new one: { $link }
       *[no] The password of your account at { $host } was changed. Not you? Set a new one: { $site }/password/reset
    }

## The account is deleted, or going to be

message-account_deleted-subject = Your account was deleted
message-account_deleted-title = Your account was deleted
message-account_deleted-lead = Your account at { $host } and all that belonged to it was deleted, as you asked for. It cannot be had back.
message-account_deleted-button = Register anew
message-account_deleted-unasked = If you did that, there is nothing to do. If that was not you, somebody knew your password: where you use the same one elsewhere, change it there.
message-account_deleted-sms = Your account at { $host } and all that belonged to it was deleted, as you asked for. Not you? Change that password wherever else you use it.

message-deletion_requested-subject = Your account is going to be deleted
message-deletion_requested-title = Your account is going to be deleted
message-deletion_requested-lead = You asked { $host } to delete your account. On { $until } it will be gone with all that belongs to it. Until then you can keep it: sign in and say so.
message-deletion_requested-button = Keep my account
message-deletion_requested-unasked =
    { $linked ->
        [yes] If you did that, there is nothing to do. If that was not you, somebody knows your password: sign in, keep your account, and set a new password.
       *[no] If you did that, there is nothing to do. If that was not you, somebody knows your password: sign in, keep your account, and set a new password at { $site }/account/password.
    }
message-deletion_requested-sms =
    { $linked ->
        [yes] Your account at { $host } will be deleted on { $until }. Keep it, or not you? Sign in: { $link }
       *[no] Your account at { $host } will be deleted on { $until }. Keep it, or not you? Sign in: { $site }/account/delete
    }

## Somebody tried to register with an address that is known

message-already_registered-subject = You have an account already
message-already_registered-title = You have an account already
message-already_registered-lead = Somebody, probably you, tried to register at { $host } with this address. It belongs to an account already, so nothing was changed. If you forgot the password, you can set a new one.
message-already_registered-button = Sign in
message-already_registered-unasked = If that was not you, there is nothing to do: whoever it was did not learn that you have an account.
message-already_registered-sms =
    { $linked ->
        [yes] Somebody, probably you, tried to register at { $host } with this number. You have an account already. Sign in: { $link }
       *[no] Somebody, probably you, tried to register at { $host } with this number. You have an account already. Sign in: { $site }/login
    }

## To take an address out of an account that never proved it

message-release_address-subject = Take your address out of an account
message-release_address-title = Is this account not yours?
message-release_address-lead = Somebody asked to set a new password at { $host } with this address. It stands in an account, but was never verified there, and the account has another address that was. If the account is not yours, this code takes your address out of it, and you can register with it yourself.
message-release_address-button = Take my address out
message-release_address-unasked = If the account is yours, ask for the new password with its other address. If you asked for nothing, there is nothing to do.
message-release_address-sms = { $code } takes this number out of an account at { $host } that is not yours. Is it yours? Reset it by its other address. Do not share it.

## To try out whether messages arrive

message-test-subject = A test from { $host }
message-test-title = Messages from { $host } arrive
message-test-lead = Somebody who looks after { $host } had this message sent, to see whether its messages reach their readers. This one did.
message-test-button = Open { $host }
message-test-unasked = There is nothing to do. If { $host } means nothing to you, an address was mistyped there: no account was made, and yours was not kept.
message-test-sms = A test from { $host }: its text messages arrive. There is nothing to do.
