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
