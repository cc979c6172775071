### Português.
### Terms: entrar (sign in), sair (sign out), acesso (a sign-in), conta (account), nome de usuário (username), endereço de
### e-mail (email address), número de telefone (phone number), código (code), link (link), verificar (verify), confirmar
### (confirm), sessão (session), senha (password), apagar (delete), equipe (staff), superusuário (superuser), administração
### (administration). Você, no Brasil e em Portugal: sem celular, telemóvel, tela nem ecrã.

## The language itself

language-name = Português
language-direction = ltr

## On every page

language-choice = Idioma
list-comma = { $first }, { $next }
list-or = { $first } ou { $last }
number = { $count }
wait-seconds =
    { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
wait-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
wait-hours =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
date-month =
    { $month ->
        [1] janeiro
        [2] fevereiro
        [3] março
        [4] abril
        [5] maio
        [6] junho
        [7] julho
        [8] agosto
        [9] setembro
        [10] outubro
        [11] novembro
       *[12] dezembro
    }
date-day = { $day } de { date-month } de { $year }
date-moment = { date-day }, { $time } UTC
ago-just-now = agora mesmo
ago-minutes =
    { $count ->
        [one] há { $count } minuto
       *[other] há { $count } minutos
    }
ago-hours =
    { $count ->
        [one] há { $count } hora
       *[other] há { $count } horas
    }
ago-days =
    { $count ->
        [one] há { $count } dia
       *[other] há { $count } dias
    }
