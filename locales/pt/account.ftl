### As páginas da própria conta.

account-title = Sua conta
account-password-changed = Sua senha foi alterada. Você saiu de todos os outros lugares.
todo-deletion = Esta conta vai ser apagada
todo-deletion-text = Em { $date } não restará nada dela. Até lá, você pode mantê-la.
todo-deletion-action = Ver
todo-confirm-email = Confirme seu novo endereço de e-mail
todo-confirm-phone = Confirme seu novo número de telefone
todo-confirm-text = Enviamos um código para { $address }. Até você digitá-lo, vale o anterior.
todo-confirm-action = Digitar o código
todo-password = Defina uma senha
todo-password-text = Até lá, você entra apenas com um código.
todo-password-action = Definir uma senha
todo-verify-email = Verifique seu endereço de e-mail
todo-verify-phone = Verifique seu número de telefone
todo-verify-text = Assim, { $address } pode ajudar você a voltar se esquecer sua senha.
todo-verify-action = Verificar
todo-verify-again-email = Confirme de novo seu endereço de e-mail
todo-verify-again-phone = Confirme de novo seu número de telefone
todo-verify-again-text = Sua senha foi redefinida por outro endereço. Até você confirmar { $address }, ele não pode ajudar você a voltar.
todo-verify-again-action = Confirmar
nav-overview = Visão geral
nav-profile = Perfil
nav-email = E-mail
nav-phone = Telefone
nav-password = Senha
nav-sessions = Sessões
nav-activity = Atividade
device-app = Um aplicativo ou programa
device-browser-on = { $browser } em { $system }
device-on = Um navegador em { $system }
device-browser = Um navegador
events-title = Atividade
events-intro = O que aconteceu com sua conta, o mais recente primeiro. Se não reconhecer alguma coisa, altere sua senha.
sessions-title = Onde sua conta está aberta
sessions-ended = Essa sessão foi encerrada.
sessions-ended-others = Todas as outras sessões foram encerradas. Aqui você continua.
sessions-intro = Navegadores e aplicativos que podem agir por você. Se não reconhecer algum, encerre a sessão dele e altere sua senha.
address-changed-email-title = Seu endereço de e‑mail foi alterado
address-changed-email-intro = Sua conta usa o novo endereço a partir de agora. Avisamos o anterior.
address-back-intro = Todas as sessões da sua conta foram encerradas. Quem fez a alteração sabia sua senha: defina uma nova agora.
set-new-password = Definir uma nova senha
address-confirm-email-title = Confirme seu novo endereço de e‑mail
address-confirm-link-intro = Falta um passo: pressione o botão, e sua conta usará este endereço.
address-confirm-link-submit = Usar este endereço
address-undo-submit = Desfazer a alteração
address-undo-gone = Serve uma vez, por 24 horas depois da alteração. Se a conta já não é sua, defina uma nova senha com outro endereço dela ou escreva para quem administra este site.
address-taken-title = Esse endereço já está em uso
address-back-email-title = Seu endereço de e‑mail está de volta
address-back-phone-title = Seu número de telefone está de volta
address-undo-email-title = Recupere seu endereço de e‑mail
address-undo-email-intro = Pressione o botão, e sua conta voltará a usar este endereço. Todas as sessões dela serão encerradas.
address-undo-phone-title = Recupere seu número de telefone
address-undo-phone-intro = Pressione o botão, e sua conta voltará a usar este número. Todas as sessões dela serão encerradas.
address-title-email = Seu endereço de e‑mail
address-label-email = E-mail
address-changed-email = Seu endereço de e-mail foi alterado.
address-removed-email = Seu endereço de e-mail foi removido.
address-verify-email = Verificar este endereço de e-mail
address-remove-email = Remover este endereço de e-mail
address-remove-email-title = Remover seu endereço de e‑mail
address-remove-email-intro = Depois disso, você não poderá mais entrar com este endereço de e-mail nem voltar à conta com a ajuda dele.
address-title-phone = Seu número de telefone
address-label-phone = Telefone
address-changed-phone = Seu número de telefone foi alterado.
address-removed-phone = Seu número de telefone foi removido.
address-verify-phone = Verificar este número de telefone
address-remove-phone = Remover este número de telefone
address-confirm-phone-title = Confirme seu novo número de telefone
address-remove-phone-title = Remover seu número de telefone
address-remove-phone-intro = Depois disso, você não poderá mais entrar com este número de telefone nem voltar à conta com a ajuda dele.
address-change = Alterar
address-add = Adicionar
address-send = Enviar um código para ele
address-confirm-stays = { $type } Até lá, vale o anterior.
address-confirm-submit = Usar este
address-change-other = Informar outro no lugar deste
address-remove-submit = Remover
address-remove-back = Manter
confirm-title = Confirme que é você
confirm-intro = O que vem agora é importante, e você entrou há algum tempo. Digite sua senha mais uma vez.
confirm-submit = Confirmar
confirm-login-title = Entre de novo
confirm-login-intro = O que você queria fazer é importante, e você entrou há algum tempo. Sua conta não tem senha para confirmar: saia, entre de novo e volte aqui.
logout = Sair
delete-later-title = Sua conta vai ser apagada
delete-done-title = Sua conta foi apagada
delete-done-intro = Não resta nada dela aqui. Agradecemos por ter estado conosco.
to-the-beginning = Ir para o início
delete-waiting-title = Esta conta vai ser apagada
delete-keep = Manter minha conta
back-to-account = Voltar à sua conta
delete-title = Apagar sua conta
delete-submit = Apagar minha conta
delete-export-first = Leve seus dados antes
login-submit = Entrar
delete-later-intro =
    { $days ->
        [one] Você saiu de todos os lugares. Dentro de um dia, ainda pode ter a conta de volta: entre e diga isso.
       *[other] Você saiu de todos os lugares. Dentro de { $days } dias, ainda pode ter a conta de volta: entre e diga isso.
    }
delete-waiting-intro = Em { $date } não restará nada dela, a menos que você a mantenha.
delete-at-once-intro = Tudo desaparece agora e para sempre: seu nome de usuário, endereços, perfil, sessões e atividade. Ninguém pode recuperar nada.
delete-intro =
    { $days ->
        [one] Daqui a um dia, tudo desaparece para sempre: seu nome de usuário, endereços, perfil, sessões e atividade. Até lá, você ainda pode manter a conta.
       *[other] Daqui a { $days } dias, tudo desaparece para sempre: seu nome de usuário, endereços, perfil, sessões e atividade. Até lá, você ainda pode manter a conta.
    }
export-title = Leve seus dados
export-intro = Tudo o que se guarda sobre você aqui, em um arquivo que os programas conseguem ler: sua conta, onde ela está aberta, o que aconteceu e as mensagens que foram enviadas. Sua senha não está nele; ninguém aqui a conhece.
export-submit = Baixar meus dados
password-change-title = Alterar sua senha
password-change-intro = Você sairá de todos os outros lugares. Aqui você continua.
password-set-title = Definir uma senha
password-set-intro = Você ainda não tem nenhuma. Com ela, pode entrar sem esperar por um código.
profile-title = Seu perfil
profile-intro = O que está vazio aqui não é guardado. Com seu nome de usuário, você pode entrar.
save = Salvar
profile-saved = Seu perfil foi salvo.
account-signed-in-as = Você entrou como
account-staff = Equipe
account-identifiers = Como você entra
account-username = Nome de usuário
account-email = E-mail
account-phone = Telefone
account-password = Senha
account-password-set = Definida
none = Nenhum
change = Alterar
account-set-password = Definir uma
account-person = Sobre você
account-name = Nome
account-edit = Editar
account-joined = Desde
account-security = Segurança
account-places = Sessões
account-look = Ver
account-last-login = Último acesso
account-never = Nenhum ainda
account-latest = O que aconteceu por último
account-all-events = Toda a atividade
account-data = Seus dados
account-todo =
    { $count ->
        [one] Uma coisa a fazer
       *[other] Coisas a fazer
    }
account-places-count =
    { $count ->
        [1] Só aqui
       *[other] Em { $count } lugares
    }
address-waiting = À espera do código
address-waiting-text = Enviamos um código para lá. Até você digitá-lo, tudo fica como está.
address-resend = Enviar o código de novo
address-cancel = Desistir da alteração
events-none = Não há nada aqui.
events-older = Anteriores
events-latest = Voltar ao mais recente
sessions-this = Esta
sessions-last-used = Último uso
sessions-since = Desde
sessions-end = Encerrar
sessions-older = Anteriores
sessions-end-others = Encerrar todas as outras
verified = Verificado
not-verified = Ainda não verificado
account-pending = À espera do código:
add = Adicionar
