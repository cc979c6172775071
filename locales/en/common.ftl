### English: the language in which the program was written. Every message there is stands here, with what it is given.
### Another language is another folder like this one; docs/languages.md tells how.

## The language itself

# Its name in itself.
language-name = English
# ltr or rtl.
language-direction = ltr

## On every page

# What the choice of a language is called, for screen readers.
language-choice = Language
# A list before its last item.
list-comma = { $first }, { $next }
# A list and its last item.
list-or = { $first } or { $last }
# A quantity by itself, as the language writes it.
number = { $count }
wait-seconds =
    { $count ->
        [one] 1 second
       *[other] { $count } seconds
    }
wait-minutes =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
wait-hours =
    { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
date-month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
# Pass on $day, $month and $year as they are.
date-day = { $day } { date-month } { $year }
date-moment = { date-day }, { $time } UTC
ago-just-now = just now
ago-minutes =
    { $count ->
        [one] 1 minute ago
       *[other] { $count } minutes ago
    }
ago-hours =
    { $count ->
        [one] 1 hour ago
       *[other] { $count } hours ago
    }
ago-days =
    { $count ->
        [one] 1 day ago
       *[other] { $count } days ago
    }
