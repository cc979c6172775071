### Accounts as the pages for staff show them: the list, one account, and what is done to it.

## On both

admin-yes = Yes
admin-no = No
# What is unusual about an account, each on a badge.
admin-account-inactive = Inactive
admin-account-leaving = To be deleted
# On a badge and at a box.
admin-account-superuser = Superuser
admin-account-staff = Staff
# Of an address, on a badge.
admin-account-unverified = Unverified
# At a box, and at what narrows the list down.
admin-account-active = May sign in

## The list

admin-accounts-title = Accounts
admin-accounts-new = New account
admin-accounts-submit = Search
admin-accounts-back = Back to the accounts
# What the table is called, for screen readers.
admin-accounts-found = Accounts found
admin-accounts-q = Username, email, phone or id
admin-accounts-q-help = The beginning is enough.
admin-accounts-verified = Verified address
admin-accounts-verified-one = At least one
admin-accounts-verified-none = None
admin-accounts-staff-only = Staff only
admin-accounts-staff-none = No staff
admin-accounts-superuser-only = Superusers only
admin-accounts-superuser-none = No superusers
admin-accounts-joined-since = Joined on or after
admin-accounts-login-since = Signed in on or after
admin-accounts-login-before = Not signed in since

## One account

admin-account-created = The account is made.
admin-account-edited = The account is saved.
admin-account-protected = This is a superuser’s account. Only superusers can change it.
admin-account-identifiers = How it signs in
# Before an address that the account is to have once its code is typed.
admin-account-pending = Waits for a code to change to
# On a badge: at an address through which the password was not reset.
admin-account-doubted = To be confirmed after a reset
admin-account-about = About it
admin-account-sessions = Where it is signed in
admin-account-all-sessions = All sessions
# In the place of its sessions where there are none.
admin-account-nowhere = Nowhere.
admin-account-device = Device
admin-account-ip = IP address
admin-account-codes = Codes under way
admin-account-tries = Wrong tries
# After what happened: who did it.
admin-account-by-staff = by staff
admin-account-by-shell = from the shell

## The form of an account

admin-account-new-intro = Give at least one identifier. The account has no password until its owner sets one.
admin-account-new-submit = Make the account
admin-account-edit-title = Edit { $name }
admin-account-edit-intro = An address that you change has to be verified anew, and the old one is told. A change of rights signs the account out everywhere.
admin-account-back = Back to the account
admin-account-active-help = Without it the account is signed out everywhere at once.
admin-account-staff-help = May use these pages.
admin-account-superuser-help = May do everything here, to everybody.
admin-account-superuser-is-staff = A superuser is staff too.
admin-account-send = Send a message to set a password
admin-account-send-help = To the email address, or else the phone number. Without it the owner asks for one by themselves.
admin-account-send-nowhere = Give an address as well: the message goes there.

## What is done to it, each on a page of its own: what the button says, what it does, and what is said once it is done

# $act: what the button says; $name: what the account is called.
admin-act-title = { $act }: { $name }
admin-account-channel = Address
admin-act-verify = Verify an address
admin-act-verify-what = Do this only if you know that the address is its owner’s: it can then reset the password. Codes that are under way for it are dead.
admin-act-verify-done = The address is verified.
admin-act-reset = Send a password reset
admin-act-reset-what = The owner gets the usual message with a code to set a new password. Until then the old one stays.
admin-act-reset-done = The message is on its way.
admin-act-reset-inactive = This account may not sign in. Activate it first.
admin-act-reset-other = This address cannot reset the account: it is not there, or another one is verified.
admin-act-reset-nowhere = This account has no address to send to.
admin-act-end-sessions = End all sessions
admin-act-end-sessions-what = The account is signed out everywhere at once. Its owner can sign in again.
admin-act-end-sessions-done = The sessions are ended.
admin-act-activate = Activate
admin-act-activate-what = The account can sign in again, with the password it had.
admin-act-activate-done = The account is active.
admin-act-deactivate = Deactivate
admin-act-deactivate-what = The account is signed out everywhere at once and cannot sign in until somebody activates it again. Nothing of it is lost.
admin-act-deactivate-done = The account is inactive.
admin-act-delete = Delete
admin-act-delete-what = Everything of the account goes at once and for good: identifiers, profile, sessions and activity. Nobody can bring it back, and its owner is not told.
admin-act-delete-done = The account is deleted.
