### E-mails e mensagens de texto. O que cada mensagem pode usar está em locales/en/messages.ftl.
### As mensagens de texto evitam ã, õ, ç, á, ê, í, ó e ú (código, não, você): não existem em GSM 7, e com elas custam o dobro.

## What all share

message-hello = Olá, { $name }!
message-hello-you = Olá!
message-code = Seu código
message-or-link = Se o botão não funcionar, abra este endereço:
message-or-link-text = Ou abra este endereço:
message-both-good-for = O código e o link funcionam uma só vez, no prazo de { $time }.
message-code-good-for = O código funciona uma só vez, no prazo de { $time }.
message-link-good-for = O link funciona uma só vez, no prazo de { $time }.
message-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
message-hours =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
message-days =
    { $count ->
        [one] { $count } dia
       *[other] { $count } dias
    }
message-when = Quando
message-ip = Endereço de rede
message-never = Ninguém de { $host } jamais pedirá este código a você.
message-footer = Enviado por { $host }. As respostas a esta mensagem não são lidas.

## To verify an address

message-verify_email-subject = Verifique seu endereço de e-mail
message-verify_email-title = Verifique seu endereço de e-mail
message-verify_email-lead = Digite este código em { $host } para mostrar que este endereço é seu.
message-verify_email-button = Verificar este endereço
message-verify_email-unasked = Se você não informou este endereço a { $host }, não precisa fazer nada: sem o código, nada acontece.
message-verify_phone-sms =
    { $timed ->
        [yes] { $code } serve para verificar este telefone em { $host } durante { $time }. Nunca compartilhe.
       *[no] { $code } serve para verificar este telefone em { $host }. Nunca compartilhe.
    }

## To set a new password

message-reset_password-subject = Defina uma nova senha
message-reset_password-title = Defina uma nova senha
message-reset_password-lead = Alguém, provavelmente você, pediu para definir uma nova senha para sua conta em { $host }. Digite este código lá.
message-reset_password-button = Definir uma nova senha
message-reset_password-unasked = Se não foi você, não precisa fazer nada: sua senha fica como está, desde que ninguém saiba o código.
message-reset_password-sms =
    { $timed ->
        [yes] { $code } serve para definir uma nova senha em { $host } durante { $time }. Foi outra pessoa? Ignore. Nunca compartilhe.
       *[no] { $code } serve para definir uma nova senha em { $host }. Foi outra pessoa? Ignore. Nunca compartilhe.
    }

## To sign in with a code

message-login_code-subject = Seu código para entrar
message-login_code-title = Entre com este código
message-login_code-lead = Digite este código em { $host } para entrar na sua conta.
message-login_code-button = Entrar
message-login_code-unasked = Se você não está entrando agora, não dê este código a ninguém. Sem ele, ninguém entra.
message-login_code-sms =
    { $timed ->
        [yes] { $code } serve para entrar em { $host } durante { $time }. Foi outra pessoa que pediu? Nunca compartilhe.
       *[no] { $code } serve para entrar em { $host }. Foi outra pessoa que pediu? Nunca compartilhe.
    }

## To change an address

message-change_email-subject = Confirme seu novo endereço de e-mail
message-change_email-title = Confirme seu novo endereço de e-mail
message-change_email-lead = Digite este código em { $host }, e sua conta usará este endereço a partir de então.
message-change_email-button = Usar este endereço
message-change_email-unasked = Se você não tem conta em { $host }, alguém errou ao digitar o próprio endereço. Não precisa fazer nada: sem o código, nada acontece.
message-change_phone-sms =
    { $timed ->
        [yes] { $code } serve para usar este telefone na sua conta em { $host } durante { $time }. Nunca compartilhe.
       *[no] { $code } serve para usar este telefone na sua conta em { $host }. Nunca compartilhe.
    }

## An address was changed: to the old one

message-email_changed-subject =
    { $how ->
        [removed] Seu endereço de e-mail foi removido
       *[changed] Seu endereço de e-mail foi alterado
    }
message-email_changed-title = { message-email_changed-subject }
message-email_changed-lead =
    { $how ->
        [removed] Sua conta em { $host } não tem mais endereço de e-mail. Este endereço não pertence mais a ela.
       *[changed]
            { $shown ->
                [yes] Sua conta em { $host } agora usa { $new_email }. Este endereço não pertence mais a ela.
               *[no] Sua conta em { $host } agora usa outro endereço de e-mail. Este endereço não pertence mais a ela.
            }
    }
message-email_changed-button = Desfazer a alteração
message-email_changed-unasked =
    { $linked ->
        [yes] Se foi você, não precisa fazer nada. Se não foi você, desfaça a alteração agora com este link e, depois, defina uma nova senha.
       *[no] Se foi você, não precisa fazer nada. Se não foi você, defina uma nova senha em { $site }/password/reset.
    }
message-email_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] O e-mail da sua conta em { $host } foi removido. Foi outra pessoa? Para desfazer: { $link }
               *[changed] O e-mail da sua conta em { $host } foi alterado. Foi outra pessoa? Para desfazer: { $link }
            }
       *[no]
            { $how ->
                [removed] O e-mail da sua conta em { $host } foi removido. Foi outra pessoa? Defina uma nova senha em { $site }/password/reset
               *[changed] O e-mail da sua conta em { $host } foi alterado. Foi outra pessoa? Defina uma nova senha em { $site }/password/reset
            }
    }

message-phone_changed-subject =
    { $how ->
        [removed] Seu número de telefone foi removido
       *[changed] Seu número de telefone foi alterado
    }
message-phone_changed-title = { message-phone_changed-subject }
message-phone_changed-lead =
    { $how ->
        [removed] Sua conta em { $host } não tem mais número de telefone. O número anterior não pertence mais a ela.
       *[changed]
            { $shown ->
                [yes] Sua conta em { $host } agora usa o número { $new_phone }. O número anterior não pertence mais a ela.
               *[no] Sua conta em { $host } agora usa outro número de telefone. O número anterior não pertence mais a ela.
            }
    }
message-phone_changed-button = Desfazer a alteração
message-phone_changed-unasked = { message-email_changed-unasked }
message-phone_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] O telefone da sua conta em { $host } foi removido. Foi outra pessoa? Para desfazer: { $link }
               *[changed]
                    { $shown ->
                        [yes] O telefone da sua conta em { $host } foi alterado para { $new_phone }. Foi outra pessoa? Para desfazer: { $link }
                       *[no] O telefone da sua conta em { $host } foi alterado. Foi outra pessoa? Para desfazer: { $link }
                    }
            }
       *[no]
            { $how ->
                [removed] O telefone da sua conta em { $host } foi removido. Foi outra pessoa? Defina uma nova senha em { $site }/password/reset
               *[changed]
                    { $shown ->
                        [yes] O telefone da sua conta em { $host } foi alterado para { $new_phone }. Foi outra pessoa? Defina uma nova senha em { $site }/password/reset
                       *[no] O telefone da sua conta em { $host } foi alterado. Foi outra pessoa? Defina uma nova senha em { $site }/password/reset
                    }
            }
    }

## In the place of those two, when somebody else proved the address or number to be theirs

message-address_released-subject = Um endereço foi tirado da sua conta
message-address_released-title = Um endereço foi tirado da sua conta
message-address_released-lead = Um endereço de e-mail ou número de telefone da sua conta em { $host } que você nunca verificou é de outra pessoa, que o verificou. Ele foi tirado da sua conta. Todo o resto ficou como estava.
message-address_released-button = Ver sua conta
message-address_released-unasked = Não precisa fazer nada. Se mesmo assim o endereço é seu, entre e adicione-o de novo.
message-address_released-sms = Este telefone foi tirado de uma conta em { $host }: outra pessoa provou que o telefone é dela. Algo errado? Veja { $site }/account

## The password was changed

message-password_changed-subject = Sua senha foi alterada
message-password_changed-title = Sua senha foi alterada
message-password_changed-lead = A senha da sua conta em { $host } foi alterada, e as sessões nos seus outros dispositivos foram encerradas.
message-password_changed-button = Definir uma nova senha
message-password_changed-unasked =
    { $linked ->
        [yes] Se foi você que a alterou, não precisa fazer nada. Se não foi você, outra pessoa entrou na sua conta: defina uma nova senha agora.
       *[no] Se foi você que a alterou, não precisa fazer nada. Se não foi você, outra pessoa entrou na sua conta: defina uma nova senha agora em { $site }/password/reset.
    }
message-password_changed-sms =
    { $linked ->
        [yes] A senha da sua conta em { $host } foi alterada. Foi outra pessoa? Defina uma nova: { $link }
       *[no] A senha da sua conta em { $host } foi alterada. Foi outra pessoa? Defina uma nova: { $site }/password/reset
    }

## The account is deleted, or going to be

message-account_deleted-subject = Sua conta foi apagada
message-account_deleted-title = Sua conta foi apagada
message-account_deleted-lead = Sua conta em { $host }, com tudo o que pertencia a ela, foi apagada, como você pediu. Não é possível recuperá-la.
message-account_deleted-button = Criar uma nova conta
message-account_deleted-unasked = Se foi você, não precisa fazer nada. Se não foi você, alguém sabia sua senha: se usa a mesma em outros lugares, altere-a lá.
message-account_deleted-sms = Sua conta em { $host } foi apagada com tudo o que era dela, como foi pedido. Foi outra pessoa? Altere essa senha em outros lugares onde a usa.

message-deletion_requested-subject = Sua conta vai ser apagada
message-deletion_requested-title = Sua conta vai ser apagada
message-deletion_requested-lead = Você pediu a { $host } que apagasse sua conta. Em { $until } ela desaparecerá com tudo o que pertence a ela. Até lá, você pode mantê-la: entre e diga isso.
message-deletion_requested-button = Manter minha conta
message-deletion_requested-unasked =
    { $linked ->
        [yes] Se foi você, não precisa fazer nada. Se não foi você, alguém sabe sua senha: entre, mantenha sua conta e defina uma nova senha.
       *[no] Se foi você, não precisa fazer nada. Se não foi você, alguém sabe sua senha: entre, mantenha sua conta e defina uma nova senha em { $site }/account/password.
    }
message-deletion_requested-sms =
    { $linked ->
        [yes] Sua conta em { $host } vai ser apagada em { $until }. Quer manter a conta, ou foi outra pessoa? Entre: { $link }
       *[no] Sua conta em { $host } vai ser apagada em { $until }. Quer manter a conta, ou foi outra pessoa? Entre: { $site }/account/delete
    }

## Somebody tried to register with an address that is known

message-already_registered-subject = Você já tem uma conta
message-already_registered-title = Você já tem uma conta
message-already_registered-lead = Alguém, provavelmente você, tentou criar uma conta em { $host } com este endereço. Ele já pertence a uma conta, por isso nada foi alterado. Se esqueceu a senha, pode definir uma nova.
message-already_registered-button = Entrar
message-already_registered-unasked = Se não foi você, não precisa fazer nada: quem tentou não ficou sabendo que você tem uma conta.
message-already_registered-sms =
    { $linked ->
        [yes] Houve uma tentativa, provavelmente sua, de criar uma conta em { $host } com este telefone. Ele pertence a uma conta existente. Entre: { $link }
       *[no] Houve uma tentativa, provavelmente sua, de criar uma conta em { $host } com este telefone. Ele pertence a uma conta existente. Entre: { $site }/login
    }

## To take an address out of an account that never proved it

message-release_address-subject = Tire seu endereço de uma conta
message-release_address-title = Esta conta não é sua?
message-release_address-lead = Alguém pediu para definir uma nova senha em { $host } com este endereço. Ele está em uma conta, mas nunca foi verificado nela, e a conta tem outro endereço que foi. Se a conta não é sua, este código tira seu endereço dela, e depois você pode criar uma conta com ele.
message-release_address-button = Tirar meu endereço
message-release_address-unasked = Se a conta é sua, peça a nova senha pelo outro endereço dela. Se você não pediu nada, não precisa fazer nada.
message-release_address-sms = { $code } tira este telefone de uma conta em { $host } de outra pessoa. A conta é sua? Redefina a senha pelo outro e-mail ou telefone dela. Nunca compartilhe.

## To try out whether messages arrive

message-test-subject = Um teste de { $host }
message-test-title = As mensagens de { $host } chegam
message-test-lead = Alguém que cuida de { $host } mandou enviar esta mensagem para ver se as mensagens de lá chegam ao destino. Esta chegou.
message-test-button = Abrir { $host }
message-test-unasked = Não precisa fazer nada. Se { $host } não lhe diz nada, alguém digitou um endereço errado: nenhuma conta foi criada e seu endereço não foi guardado.
message-test-sms = Um teste de { $host }: seus SMS chegam. Não precisa fazer nada.
