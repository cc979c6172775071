### हिन्दी।
### Terms: साइन इन (sign in), साइन आउट (sign out), पंजीकरण (registration), खाता (account), उपयोगकर्ता नाम (username),
### ईमेल पता (email address), फ़ोन नंबर (phone number), टेक्स्ट संदेश (text message), पता (address: email or phone),
### कोड (code), लिंक (link), सत्यापित करना (verify), पुष्टि करना (confirm), सत्र (session), पासवर्ड (password),
### पहचान (identifier), टोकन (token), बैकएंड (backend), स्टाफ़ (staff), सुपरयूज़र (superuser), प्रशासक (administrator), प्रशासन (administration).
### संबोधन: आप। [one] में 0 और 1 दोनों आते हैं, इसलिए वहाँ भी संख्या लिखी जाती है।

## The language itself

language-name = हिन्दी
language-direction = ltr

## On every page

language-choice = भाषा
list-comma = { $first }, { $next }
list-or = { $first } या { $last }
number = { $count }
wait-seconds =
    { $count ->
        [one] { $count } सेकंड
       *[other] { $count } सेकंड
    }
wait-minutes =
    { $count ->
        [one] { $count } मिनट
       *[other] { $count } मिनट
    }
wait-hours =
    { $count ->
        [one] { $count } घंटा
       *[other] { $count } घंटे
    }
date-month =
    { $month ->
        [1] जनवरी
        [2] फ़रवरी
        [3] मार्च
        [4] अप्रैल
        [5] मई
        [6] जून
        [7] जुलाई
        [8] अगस्त
        [9] सितंबर
        [10] अक्टूबर
        [11] नवंबर
       *[12] दिसंबर
    }
date-day = { $day } { date-month } { $year }
date-moment = { date-day }, { $time } UTC
ago-just-now = अभी-अभी
ago-minutes =
    { $count ->
        [one] { $count } मिनट पहले
       *[other] { $count } मिनट पहले
    }
ago-hours =
    { $count ->
        [one] { $count } घंटे पहले
       *[other] { $count } घंटे पहले
    }
ago-days =
    { $count ->
        [one] { $count } दिन पहले
       *[other] { $count } दिन पहले
    }
