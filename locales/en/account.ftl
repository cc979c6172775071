### The pages of somebody's own account.

account-title = Your account
account-password-changed = Your password is changed. Everywhere else you are signed out.
todo-deletion = This account is going to be deleted
todo-deletion-text = On { $date } nothing will be left of it. Until then you can keep it.
todo-deletion-action = Look at it
todo-confirm-email = Confirm your new email address
todo-confirm-phone = Confirm your new phone number
todo-confirm-text = We sent a code to { $address }. Until you type it, the old one stays.
todo-confirm-action = Type the code
todo-password = Set a password
todo-password-text = Until you do, you sign in with a code alone.
todo-password-action = Set a password
todo-verify-email = Verify your email address
todo-verify-phone = Verify your phone number
todo-verify-text = Then { $address } can help you back in when you forget your password.
todo-verify-action = Verify it
todo-verify-again-email = Confirm your email address again
todo-verify-again-phone = Confirm your phone number again
todo-verify-again-text = Your password was reset through another address. Until you confirm { $address }, it cannot help you back in.
todo-verify-again-action = Confirm it
nav-overview = Overview
nav-profile = Profile
nav-email = Email
nav-phone = Phone
nav-password = Password
nav-sessions = Sessions
nav-activity = Activity
device-app = An app or script
device-browser-on = { $browser } on { $system }
device-on = A browser on { $system }
device-browser = A browser
events-title = Activity
events-intro = What happened to your account, latest first. If you do not know something, change your password.
sessions-title = Where you are signed in
sessions-ended = That session is ended.
sessions-ended-others = Every other session is ended. Here you stay.
sessions-intro = Browsers and apps that can act for you. If you do not know one, end it and change your password.
address-changed-email-title = Your email address is changed
address-changed-email-intro = Your account uses the new address from now on. We told the old one.
address-back-intro = Everybody is signed out of your account. Whoever changed it knew your password: set a new one now.
set-new-password = Set a new password
address-confirm-email-title = Confirm your new email address
address-confirm-link-intro = One step is left: press the button, and your account uses this address.
address-confirm-link-submit = Use this address
address-undo-submit = Undo the change
address-undo-gone = It is good once, for 24 hours after the change. If your account is not yours any more, set a new password with another address of it, or write to whoever runs this site.
address-taken-title = That address is taken
address-back-email-title = Your email address is back
address-back-phone-title = Your phone number is back
address-undo-email-title = Get your email address back
address-undo-email-intro = Press the button, and your account uses this address again. Everybody is signed out of it then.
address-undo-phone-title = Get your phone number back
address-undo-phone-intro = Press the button, and your account uses this number again. Everybody is signed out of it then.
address-title-email = Your email address
address-label-email = Email
address-changed-email = Your email address is changed.
address-removed-email = Your email address is removed.
address-verify-email = Verify this email address
address-remove-email = Remove this email address
address-remove-email-title = Remove your email address
address-remove-email-intro = You cannot sign in with this email address any more then, or be helped back in by it.
address-title-phone = Your phone number
address-label-phone = Phone
address-changed-phone = Your phone number is changed.
address-removed-phone = Your phone number is removed.
address-verify-phone = Verify this phone number
address-remove-phone = Remove this phone number
address-confirm-phone-title = Confirm your new phone number
address-remove-phone-title = Remove your phone number
address-remove-phone-intro = You cannot sign in with this phone number any more then, or be helped back in by it.
address-change = Change it
address-add = Add one
address-send = Send a code to it
# $type: one of verify-type-….
address-confirm-stays = { $type } Until then the old one stays.
address-confirm-submit = Use this one
address-change-other = Change to another one instead
address-remove-submit = Remove it
address-remove-back = Keep it
confirm-title = Confirm that it is you
confirm-intro = What comes next matters, and you signed in a while ago. Type your password once more.
confirm-submit = Confirm
confirm-login-title = Sign in again
confirm-login-intro = What you wanted to do matters, and you signed in a while ago. Your account has no password to confirm, so sign out, sign in again, and come back.
logout = Sign out
delete-later-title = Your account is going to be deleted
delete-done-title = Your account is deleted
delete-done-intro = Nothing of it is left here. Thank you for having been with us.
to-the-beginning = To the beginning
delete-waiting-title = This account is going to be deleted
delete-keep = Keep my account
back-to-account = Back to your account
delete-title = Delete your account
delete-submit = Delete my account
delete-export-first = Take your data along first
login-submit = Sign in
delete-later-intro =
    { $days ->
        [one] You are signed out everywhere. Within a day you can still have it back: sign in and say so.
       *[other] You are signed out everywhere. Within { $days } days you can still have it back: sign in and say so.
    }
delete-waiting-intro = On { $date } nothing will be left of it, unless you keep it.
delete-at-once-intro = Everything goes at once and for good: your username, addresses, profile, sessions and activity. Nobody can bring it back.
delete-intro =
    { $days ->
        [one] A day from now everything goes for good: your username, addresses, profile, sessions and activity. Until then you can still keep it.
       *[other] In { $days } days everything goes for good: your username, addresses, profile, sessions and activity. Until then you can still keep it.
    }
export-title = Take your data along
export-intro = All that is kept of you here, in one file that programs can read: your account, where you are signed in, what happened, and which messages went out. Your password is not in it; nobody here knows it.
export-submit = Download my data
password-change-title = Change your password
password-change-intro = Everywhere else you are signed out by it. Here you stay.
password-set-title = Set a password
password-set-intro = You have none yet. With one you can sign in without waiting for a code.
profile-title = Your profile
profile-intro = What is empty here is not kept. Your username is a way to sign in.
save = Save
profile-saved = Your profile is saved.
account-signed-in-as = Signed in as
account-staff = Staff
account-identifiers = How you sign in
account-username = Username
account-email = Email
account-phone = Phone
account-password = Password
account-password-set = Set
none = None
change = Change
account-set-password = Set one
account-person = About you
account-name = Name
account-edit = Edit
account-joined = Joined
account-security = Security
account-places = Signed in
account-look = Look
account-last-login = Last sign-in
account-never = None yet
account-latest = What happened last
account-all-events = All activity
account-data = Your data
account-todo =
    { $count ->
        [one] One thing to do
       *[other] Things to do
    }
account-places-count =
    { $count ->
        [1] Only here
       *[other] At { $count } places
    }
address-waiting = Waiting for its code
address-waiting-text = We sent a code there. Until you type it, all stays as it is.
address-resend = Send the code again
address-cancel = Give the change up
events-none = There is nothing here.
events-older = Older
events-latest = Back to the latest
sessions-this = This one
sessions-last-used = Last used
sessions-since = Since
sessions-end = End
sessions-older = Older ones
sessions-end-others = End all others
verified = Verified
not-verified = Not verified yet
account-pending = Waits for its code:
add = Add
