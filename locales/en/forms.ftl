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
# $what: number or date.
forms-range =
    { $what ->
        [number] Give a number from { $min } to { $max }.
       *[date] Give a date from { $min } to { $max }.
    }
forms-least =
    { $what ->
        [number] Give a number that is at least { $min }.
       *[date] Give a date that is not before { $min }.
    }
forms-most =
    { $what ->
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
