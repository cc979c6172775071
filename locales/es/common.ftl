### Español.
### Terms: iniciar sesión (sign in), cerrar sesión (sign out), cuenta (account), nombre de usuario (username), correo electrónico
### (email address), número de teléfono (phone number), código (code), enlace (link), verificar (verify), confirmar (confirm),
### sesión (session), contraseña (password), equipo (staff), superusuario (superuser), administración (administration). Tú.

## The language itself

language-name = Español
language-direction = ltr

## On every page

language-choice = Idioma
list-comma = { $first }, { $next }
list-or = { $first } o { $last }
number = { $count }
wait-seconds =
    { $count ->
        [one] 1 segundo
       *[other] { $count } segundos
    }
wait-minutes =
    { $count ->
        [one] 1 minuto
       *[other] { $count } minutos
    }
wait-hours =
    { $count ->
        [one] 1 hora
       *[other] { $count } horas
    }
date-month =
    { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    }
date-day = { $day } de { date-month } de { $year }
date-moment = { date-day }, { $time } UTC
ago-just-now = ahora mismo
ago-minutes =
    { $count ->
        [one] hace 1 minuto
       *[other] hace { $count } minutos
    }
ago-hours =
    { $count ->
        [one] hace 1 hora
       *[other] hace { $count } horas
    }
ago-days =
    { $count ->
        [one] hace 1 día
       *[other] hace { $count } días
    }
